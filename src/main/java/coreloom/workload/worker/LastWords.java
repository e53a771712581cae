package coreloom.workload.worker;

import java.io.PrintStream;
import java.util.function.IntConsumer;

/** Ends the process when one of its threads fails, with one sentence that names thread and failure. */
record LastWords(PrintStream out, IntConsumer halt) implements Thread.UncaughtExceptionHandler {
    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        out.println("coreloom worker: " + thread.getName() + " failed: " + failure.toString().replaceAll("\\p{Cntrl}+", " "));
        out.flush();
        halt.accept(WorkerMain.FAILED);
    }
}
