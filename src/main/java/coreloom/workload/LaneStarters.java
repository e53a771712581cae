package coreloom.workload;

import coreloom.workload.command.Command;
import coreloom.workload.command.PythonKernel;
import java.io.IOException;

/** Lets the starter of its kind start each lane: worker processes of ours, or a program of the user's. */
public final class LaneStarters implements ProcessStarter {
    private final ProcessStarter children;
    private final ProcessStarter commands;

    /**
     * @param children starts worker processes
     * @param commands starts programs
     */
    public LaneStarters(ProcessStarter children, ProcessStarter commands) {
        this.children = children;
        this.commands = commands;
    }

    private ProcessStarter of(LanePlan lane) {
        return lane.variant() instanceof Command || lane.variant() instanceof PythonKernel ? commands : children;
    }

    @Override
    public Preparation prepare(LanePlan lane) {
        return of(lane).prepare(lane);
    }

    @Override
    public WorkerProcess start(WorkerOrder order) throws IOException {
        return of(order.lane()).start(order);
    }

    @Override
    public void close() {
        children.close();
        commands.close();
    }
}
