package coreloom.workload;

import coreloom.telemetry.TelemetryPage;
import java.util.OptionalInt;

/** A worker process as its conductor sees it. */
public interface WorkerProcess {
    /** The first worker of the process runs alone. */
    byte RUN_FIRST = 'b';
    /** All workers run. */
    byte RUN_ALL = 'r';
    /** All workers stop and the process exits. */
    byte STOP = 's';

    int pid();

    /** What its workers count; stays readable after its end. */
    TelemetryPage page();

    boolean alive();

    /** 128 + signal number where a signal ended it; empty while it is alive. */
    OptionalInt exitCode();

    /** The last line it wrote to standard error or standard output, stack frames apart; empty when it wrote none. */
    String lastWords();

    /** Sends it one of the orders above. One that has ended does not hear it. */
    void tell(byte order);

    /** Ends it at once, without waiting for the end. */
    void kill();

    /** Removes its files. Called after its end and after its last words were asked for. */
    void forget();
}
