package coreloom.workload;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a program of the user's reads from and writes to.
 *
 * @param kind   whose it is
 * @param output file that its output is appended to; empty for one of ours, cut when it grows long
 */
public record Console(Kind kind, Optional<Path> output) {
    /** Whose a console is. */
    enum Kind {
        /** That of one lane among others: nothing to read, and what it writes is kept for its last words. */
        LANE,
        /** That of the only program that is run: nothing to read, and what it writes is read by people. */
        OWN,
        /** Our own standard input, output and error: the program runs as if we were not there. */
        SHARED
    }

    /** That of a lane. */
    public static final Console OF_LANE = new Console(Kind.LANE, Optional.empty());
    /** That of the only program. */
    public static final Console OWN = new Console(Kind.OWN, Optional.empty());
    /** Ours. */
    public static final Console SHARED = new Console(Kind.SHARED, Optional.empty());

    public Console {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(output);
    }

    /** That of the only program, which writes to that file. */
    public static Console into(Path file) {
        return new Console(Kind.OWN, Optional.of(file));
    }

    boolean shared() {
        return kind == Kind.SHARED;
    }
}
