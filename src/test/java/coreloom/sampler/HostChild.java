package coreloom.sampler;

import coreloom.snapshot.Clock;
import coreloom.snapshot.LanePort;
import coreloom.snapshot.LaneReading;
import coreloom.snapshot.OwnPort;
import coreloom.snapshot.WorkerTable;
import java.util.List;

/** Makes a source and asks it for the host, as the front door does before its first screen. */
final class HostChild implements Clock, LanePort, OwnPort {
    public static void main(String[] arguments) {
        HostChild all = new HostChild();
        try (MachineSource source = new MachineSource(all, all, all, ThreadChoice.valueOf(System.getProperty("threads")))) {
            System.out.println("host " + source.host());
        }
    }

    @Override
    public long nanos() {
        return 0;
    }

    @Override
    public long epochMillis() {
        return 0;
    }

    @Override
    public String profile() {
        return "";
    }

    @Override
    public List<LaneReading> lanes() {
        return List.of();
    }

    @Override
    public void readWorkers(WorkerTable table) {}

    @Override
    public long terminalBytes() {
        return 0;
    }

    @Override
    public long lateSamples() {
        return 0;
    }

    @Override
    public long droppedSnapshots() {
        return 0;
    }
}
