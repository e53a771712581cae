package coreloom.sampler.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** The table of all sources on the platform that the monitor runs on. */
public final class Sources {
    private static final List<Probe> LINUX = List.of(
            new UsableCores(),
            new Visibility(),
            new ThreadTimes(),
            new GuardedFile("why threads wait", "syscall", "the system call and the lock that a thread waits in"),
            new GuardedFile("CPython's lock, exactly", "mem", "holder, switch interval and handoffs of the interpreter lock"),
            new OpenFileLimit());

    private Sources() {}

    /**
     * Looks at every source.
     *
     * @param target the process that somebody wants to watch; empty for any
     */
    public static List<SourceReport> ofThisMachine(OptionalInt target) {
        boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
        return linux ? linux(Path.of("/"), target) : elsewhere();
    }

    static List<SourceReport> linux(Path root, OptionalInt target) {
        Place place = new Place(root, target);
        return LINUX.stream().map(probe -> probe.look(place)).toList();
    }

    private static List<SourceReport> elsewhere() {
        return List.of(SourceReport.offered("cores", "told by OSHI"),
                new SourceReport("on-CPU time", SourceReport.Standing.PARTLY, "told by OSHI",
                        "run delay, state and why threads wait", "run Coreloom on Linux"));
    }

    /** Whether there is such a process. */
    public static boolean exists(int pid) {
        return Files.isDirectory(Path.of("/proc", String.valueOf(pid))) || ProcessHandle.of(pid).isPresent();
    }
}
