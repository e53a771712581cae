package coreloom.snapshot;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * One process of a lane.
 *
 * @param pid       process id
 * @param alive     whether it still ran
 * @param exitCode  its exit code (128 + signal number where a signal ended it), empty while alive or unknown
 * @param lastWords the end of what it wrote to standard error, empty when it said nothing
 */
public record ProcessReading(int pid, boolean alive, OptionalInt exitCode, String lastWords) {
    public ProcessReading {
        Objects.requireNonNull(exitCode);
        Objects.requireNonNull(lastWords);
    }

    public static ProcessReading running(int pid) {
        return new ProcessReading(pid, true, OptionalInt.empty(), "");
    }
}
