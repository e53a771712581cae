package coreloom.workload;

import coreloom.telemetry.Stage;
import coreloom.telemetry.WorkerPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A worker process that speaks the protocol and does no work. With the kernel {@code lock} it ends with exit code 7 and a sentence as
 * soon as it is told to run; with the kernel {@code io} it hears nothing at all and only a signal ends it.
 */
final class StandInWorker {
    private StandInWorker() {}

    public static void main(String[] arguments) throws IOException {
        List<String> options = Arrays.asList(arguments);
        int threads = Integer.parseInt(valueOf(options, "--threads"));
        WorkerPage page = new WorkerPage(Path.of(valueOf(options, "--page")), threads, ProcessHandle.current().pid());
        page.stage(Stage.READY);
        if (valueOf(options, "--kernel").endsWith("io.pyasm")) {
            hearNothing();
        }
        obey(page, valueOf(options, "--kernel"));
    }

    private static void hearNothing() {
        while (true) {
            LockSupport.park();
        }
    }

    private static void obey(WorkerPage page, String kernel) throws IOException {
        for (int order = System.in.read(); order != WorkerProcess.STOP; order = System.in.read()) {
            if (order < 0) {
                Runtime.getRuntime().halt(0);
            }
            if (kernel.endsWith("lock.pyasm")) {
                System.err.println("The stand-in was told to fail.");
                System.exit(7);
            }
            page.stage(Stage.RUNNING);
            page.slot(0).addUnits(1);
        }
        page.stage(Stage.STOPPED);
    }

    private static String valueOf(List<String> options, String name) {
        return options.get(options.indexOf(name) + 1);
    }
}
