package coreloom.workload;

import coreloom.snapshot.Phase;
import java.util.List;

/**
 * A monitor of two processes that is there to be killed. It says their process ids, then goes on running them. Arguments: the kernel; and how
 * the processes learn of its end, by {@code signal}, by their {@code input}, or by that in {@code real} workers instead of stand-ins.
 */
final class OrphaningParent {
    private OrphaningParent() {}

    public static void main(String[] arguments) throws Refusal {
        List<String> prefix = arguments[1].equals("signal") ? DeathSignal.prefix() : List.of();
        boolean real = arguments[1].equals("real");
        WorkerCommand ours = WorkerCommand.ours();
        WorkerCommand workers = new WorkerCommand(List.of(), ours.java(), ours.classPath(), ours.mainClass());
        try (RealRun run = new RealRun(real ? workers : RealRun.standIn(prefix))) {
            run.start("kernel = \"" + arguments[0] + "\"\nrequest_period_micros = 1000000\nworkers = " + (real ? 1 : 2) + "\nduration_seconds = 0\nbaseline_millis = 0\n"
                    + "[[lane]]\nvariant = \"processes\"\n");
            run.stepUntil(Phase.MEASURED);
            run.processes().forEach(process -> System.out.println(process.pid()));
            run.stepUntil(() -> false);
        }
    }
}
