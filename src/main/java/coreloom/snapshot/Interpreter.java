package coreloom.snapshot;

import java.util.Objects;

/**
 * The interpreter that a process runs.
 *
 * @param version      as far as it is known: {@code 3.12.1}, or {@code 3.12}, or {@code 3}
 * @param freeThreaded whether it was built to run without its lock
 */
public record Interpreter(String version, boolean freeThreaded) {
    public Interpreter {
        Objects.requireNonNull(version);
    }
}
