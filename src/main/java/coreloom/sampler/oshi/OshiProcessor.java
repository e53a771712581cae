package coreloom.sampler.oshi;

import coreloom.snapshot.LogicalCore;
import java.util.List;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.LogicalProcessor;
import oshi.spi.SystemInfoProvider;

/** OSHI's processor. Only its lists and times are asked for: its name and its greatest frequency would start other programs. */
record OshiProcessor(CentralProcessor processor) implements ProcessorReadings {
    static ProcessorReadings of(SystemInfoProvider system) {
        return new OshiProcessor(system.getHardware().getProcessor());
    }

    @Override
    public List<LogicalCore> cores() {
        return processor.getLogicalProcessors().stream().map(OshiProcessor::core).toList();
    }

    private static LogicalCore core(LogicalProcessor core) {
        return new LogicalCore(core.getProcessorNumber(), core.getPhysicalProcessorNumber(), core.getPhysicalPackageNumber(),
                core.getNumaNode());
    }

    @Override
    public long[][] ticks() {
        return processor.getProcessorCpuLoadTicks();
    }
}
