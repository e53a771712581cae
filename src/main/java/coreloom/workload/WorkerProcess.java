package coreloom.workload;

import coreloom.snapshot.ProcessReading;
import coreloom.telemetry.Telemetry;
import java.util.List;
import java.util.OptionalInt;

/** A process of a lane as its conductor sees it: a worker process of ours, or a program of the user's. */
public interface WorkerProcess {
    /** The first worker of the process runs alone. */
    byte RUN_FIRST = 'b';
    /** All workers run. */
    byte RUN_ALL = 'r';
    /** All workers stop and the process exits. */
    byte STOP = 's';

    int pid();

    /** What its workers count; stays readable after its end. */
    Telemetry telemetry();

    boolean alive();

    /** 128 + signal number where a signal ended it; empty while it is alive. */
    OptionalInt exitCode();

    /** The last line it wrote to standard error or standard output, stack frames apart; empty when it wrote none. */
    String lastWords();

    /** Sends it one of the orders above. One that has ended does not hear it. */
    void tell(byte order);

    /** Ends it at once, without waiting for the end. */
    void kill();

    /**
     * Asks one that has not obeyed the order to stop once more, by a signal that it may handle.
     *
     * @return false where there is no such way: it is to be killed
     */
    default boolean urge() {
        return false;
    }

    /** Looks after what changes by itself; called often, does little. */
    default void look(long now) {
    }

    /** The living processes that it has started itself, and those that these have; the same list as long as nothing changed. */
    default List<ProcessReading> descendants() {
        return List.of();
    }

    /** It has ended: finds what it has left running, also what had left its parents before anybody saw it. */
    default void lookForLeft() {
    }

    /** Whether the lane goes on, once it has ended, with what it has left running. */
    default boolean mayBeOutlived() {
        return false;
    }

    /** What there is to note of it, as sentences; the same text as long as nothing changed. */
    default String note() {
        return "";
    }

    /** Whether it may end by itself, its work done: then exit code 0 is no trouble. */
    default boolean mayEnd() {
        return false;
    }

    /** What to do where it does not get ready, as the end of a sentence. */
    default String adviceWhenLate() {
        return "try fewer workers";
    }

    /** Removes its files. Called after its end and after its last words were asked for. */
    void forget();
}
