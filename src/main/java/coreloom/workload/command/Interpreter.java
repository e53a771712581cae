package coreloom.workload.command;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Python interpreter of this machine, as it has answered itself.
 *
 * @param path           what it says its own file is: behind a link or a shim, the one that is run
 * @param implementation {@code CPython} or another
 * @param version        as it writes it: {@code 3.13.0}, {@code 3.14.0rc1}
 * @param freeThreaded   whether it was built to run without the interpreter lock
 * @param locked         whether the interpreter lock is on all the same; true where there is no choice
 */
public record Interpreter(Path path, String implementation, String version, boolean freeThreaded, boolean locked) {
    /** The program that asks it. Runs on every Python from 2.7 on, and says in one line what the pattern below takes apart. */
    static final String QUESTION = "import platform, sys, sysconfig; sys.stdout.write('coreloom-python %s %s %d %d %s\\n' % ("
            + "platform.python_implementation(), platform.python_version(), bool(sysconfig.get_config_var('Py_GIL_DISABLED')), "
            + "getattr(sys, '_is_gil_enabled', lambda: True)(), sys.executable))";

    private static final Pattern ANSWER =
            Pattern.compile("(?m)^coreloom-python (\\w{1,30}) (\\d{1,3}\\.\\d{1,3}[\\w.+-]{0,30}) ([01]) ([01]) ?(.{0,1000}?)\\r?$");
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?.*");
    private static final int PARTS = 3;
    private static final int EXECUTABLE = 5;

    public Interpreter {
        Objects.requireNonNull(path);
        Objects.requireNonNull(implementation);
        Objects.requireNonNull(version);
    }

    /** What stands in the answer of the file that was asked, among whatever else was written; empty when it is none. */
    static Optional<Interpreter> parse(Path asked, String answer) {
        Matcher line = ANSWER.matcher(answer);
        return line.find() ? Optional.of(new Interpreter(own(line.group(EXECUTABLE), asked), line.group(1), line.group(2),
                line.group(3).equals("1"), line.group(4).equals("1"))) : Optional.empty();
    }

    private static Path own(String said, Path asked) {
        return PythonWish.absolute(said).filter(PythonWish::runnable).orElse(asked);
    }

    /** A part of the version: 0 the major, 1 the minor, 2 the micro one; 0 where it has none. */
    int part(int which) {
        Matcher parts = VERSION.matcher(version);
        if (which >= PARTS || !parts.matches() || parts.group(which + 1) == null) {
            return 0;
        }
        return Integer.parseInt(parts.group(which + 1));
    }

    /** {@code CPython 3.13.0}, {@code CPython 3.13.0 free-threaded}. */
    public String name() {
        String lock = !freeThreaded ? "" : locked ? " free-threaded with its interpreter lock on" : " free-threaded";
        return implementation + " " + version + lock;
    }
}
