package coreloom.workload.worker;

import java.io.IOException;
import java.util.function.IntConsumer;

/**
 * The front door of a worker process, opened by the launcher: it alone reads the system's clock here. Orders come as single bytes on
 * standard input (see {@link Gate#obey}); progress and counts go to the telemetry page.
 *
 * <pre>
 *   --page FILE --threads N --first K --kernel FILE --discipline free|locked|gil|striped|subinterpreters|loop|free_threaded
 *   [--extension-bytes B] [--release-bytes B] [--collector-threshold N] [--counting plain|locked|atomic|biased]
 *   [--thread-kind platform|virtual] [--seed S] [--stripes N] [--interpreter-lock own|shared-3.12|shared-3.13]
 *   [--unit-steps S] [--latency-micros U] [--critical-steps S] [--outside-steps S] [--warm-up-millis M] [--switch-interval-micros U]
 *   [--pool-call-units U]
 *   [--operation-micros U] [--answers SOCKET | --asks SOCKET [--request-period-micros U] [--replies FILE]]
 *   [--role pooled|parent --pool-workers N --calls PIPE --results PIPE --shared FILE]
 *
 *   exit code   0 stopped as ordered   1 a failure, in one sentence on standard error   2 a wrong argument, the same   3 the input ended
 * </pre>
 */
public final class WorkerMain {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_ARGUMENT = 2;
    static final int ABANDONED = 3;

    private WorkerMain() {}

    public static void main(String[] arguments) {
        IntConsumer halt = Runtime.getRuntime()::halt;
        Thread.setDefaultUncaughtExceptionHandler(new LastWords(System.err, halt));
        try {
            WorkerProcess process = new WorkerProcess(WorkerOptions.read(arguments), System::nanoTime, halt);
            process.obey(process.start(), System.in);
        } catch (IllegalArgumentException wrong) {
            end(WRONG_ARGUMENT, wrong.getMessage());
        } catch (IOException failed) {
            end(FAILED, "cannot set up the telemetry page, the device or the connection: " + failed + ".");
        }
    }

    private static void end(int code, String sentence) {
        System.err.println("coreloom worker: " + sentence.replaceAll("\\p{Cntrl}+", " "));
        Runtime.getRuntime().halt(code);
    }
}
