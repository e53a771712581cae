package coreloom.sampler.oshi;

import coreloom.snapshot.LogicalCore;
import java.util.List;

/** What OSHI tells of the processors of one machine, in our words. */
interface ProcessorReadings {
    /** Cores as they were when OSHI was asked first, the offline ones of Linux among them; negative ids are untold. */
    List<LogicalCore> cores();

    /** Times by position, ms, in the columns of {@code CentralProcessor.TickType}; positions that nothing is known of hold zeros. */
    long[][] ticks();
}
