package coreloom.workload;

import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.WorkerTable;
import coreloom.telemetry.Stage;

/** A worker process of a lane, and its end as the lane came to know of it. */
final class WatchedProcess {
    private static final int LAST_SIGNAL = 64;

    private final WorkerProcess process;
    private final WorkerOrder order;
    private ProcessReading reading;
    private long endNanos;

    WatchedProcess(WorkerProcess process, WorkerOrder order) {
        this.process = process;
        this.order = order;
        this.reading = ProcessReading.running(process.pid());
    }

    /** Looks whether it has ended; true once, when it has. */
    boolean noticeEnd(long now) {
        if (!reading.alive() || process.alive()) {
            return false;
        }
        endNanos = now;
        reading = new ProcessReading(process.pid(), false, process.exitCode(), process.lastWords());
        return true;
    }

    /** Whether its end has not been noticed yet. */
    boolean alive() {
        return reading.alive();
    }

    /** Whether its threads are workers. */
    boolean works() {
        return order.crew().role().works();
    }

    ProcessReading reading() {
        return reading;
    }

    boolean mapped() {
        return process.page().complete();
    }

    boolean ready() {
        return process.page().complete() && process.page().stage() == Stage.READY;
    }

    void tell(byte order) {
        process.tell(order);
    }

    void kill() {
        process.kill();
    }

    void forget() {
        process.forget();
    }

    /** Adds its workers; waits under way count up to its end when it has ended. */
    void read(WorkerTable table, long now) {
        process.page().read(table, order.laneId(), order.firstWorker(), reading.alive() ? now : endNanos);
    }

    /** How it ended, as the end of a sentence. */
    String end() {
        int code = reading.exitCode().orElse(0);
        boolean bySignal = code > 128 && code <= 128 + LAST_SIGNAL;
        String how = bySignal ? "was ended by signal " + (code - 128) + " (exit code " + code + ")" : "ended with exit code " + code;
        String words = reading.lastWords().isEmpty() ? "" : "; its last words: \"" + reading.lastWords() + "\"";
        return "process " + reading.pid() + " " + how + words + ".";
    }
}
