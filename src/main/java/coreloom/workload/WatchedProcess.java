package coreloom.workload;

import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.WorkerTable;
import coreloom.telemetry.Stage;
import java.util.List;
import java.util.OptionalInt;

/** A worker process of a lane, and its end as the lane came to know of it. */
final class WatchedProcess {
    private static final int LAST_SIGNAL = 64;

    private final WorkerProcess process;
    private final WorkerOrder order;
    private ProcessReading reading;
    private long endNanos;
    private List<ProcessReading> descendants = List.of();
    private String note;
    private boolean stopped;
    private boolean outlived;

    WatchedProcess(WorkerProcess process, WorkerOrder order) {
        this.process = process;
        this.order = order;
        this.reading = ProcessReading.running(process.pid());
        this.note = process.note();
    }

    /** Looks after it; true when its descendants or what there is to note of it have changed. */
    boolean look(long now) {
        process.look(now);
        List<ProcessReading> before = descendants;
        String noted = note;
        descendants = process.descendants();
        note = process.note();
        return descendants != before || !note.equals(noted);
    }

    List<ProcessReading> descendants() {
        return descendants;
    }

    String note() {
        String code = reading.exitCode().isPresent() ? "with exit code " + reading.exitCode().getAsInt() : "";
        if (outlived) {
            int left = descendants.size();
            String others = left == 0 ? "what it had started went on for a while" : left == 1 ? "a process that it has started goes on"
                    : left + " processes that it has started go on";
            return (note + " It ended " + code + "; " + others + ".").strip();
        }
        return endedWell() ? (note + " It ended " + code + ".").strip() : note;
    }

    /** Whether it has ended by itself, its work done. */
    boolean endedWell() {
        return !reading.alive() && !stopped && process.mayEnd() && reading.exitCode().equals(OptionalInt.of(0));
    }

    /** Looks whether it has ended; true once, when it has. */
    boolean noticeEnd(long now) {
        if (!reading.alive() || process.alive()) {
            return false;
        }
        endNanos = now;
        reading = new ProcessReading(process.pid(), false, process.exitCode(), process.lastWords());
        if (!stopped && process.mayBeOutlived()) {
            process.lookForLeft();
            descendants = process.descendants();
            outlived = !descendants.isEmpty();
        }
        return true;
    }

    /** Whether it, or what it has left running and the lane goes on with, still lives. */
    boolean goesOn() {
        return alive() || outlived && !descendants.isEmpty();
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
        return process.telemetry().complete();
    }

    boolean ready() {
        return awaitsOrders() || runsAlready();
    }

    boolean awaitsOrders() {
        return process.telemetry().complete() && process.telemetry().stage() == Stage.READY;
    }

    /** It has begun to run without having been told to. */
    private boolean runsAlready() {
        return process.telemetry().complete() && process.telemetry().stage() == Stage.RUNNING;
    }

    void tell(byte order) {
        stopped |= order == WorkerProcess.STOP && reading.alive();
        process.tell(order);
        descendants = process.descendants();
    }

    void kill() {
        stopped |= reading.alive();
        process.kill();
    }

    boolean urge() {
        return process.urge();
    }

    String adviceWhenLate() {
        return process.adviceWhenLate();
    }

    void forget() {
        process.forget();
        descendants = List.of();
    }

    /** Adds its workers; waits under way count up to its end when it has ended. */
    void read(WorkerTable table, long now) {
        process.telemetry().read(table, order.laneId(), order.firstWorker(), reading.alive() ? now : endNanos);
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
