package coreloom.workload;

import coreloom.snapshot.Phase;
import java.util.List;

/** A monitor of two workers that is there to be killed. It says their process ids, then goes on running them. Argument: the kernel. */
final class OrphaningParent {
    private OrphaningParent() {}

    public static void main(String[] arguments) throws Refusal {
        List<String> prefix = arguments[1].equals("signal") ? DeathSignal.prefix() : List.of();
        try (RealRun run = new RealRun(RealRun.standIn(prefix))) {
            run.start("kernel = \"" + arguments[0] + "\"\nworkers = 2\nduration_seconds = 0\nbaseline_millis = 0\n"
                    + "[[lane]]\nvariant = \"processes\"\n");
            run.stepUntil(Phase.MEASURED);
            run.processes().forEach(process -> System.out.println(process.pid()));
            run.stepUntil(() -> false);
        }
    }
}
