package coreloom.sampler.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A tree like {@code /proc} that a test writes to. A file that exists is overwritten in place, so that a reader that keeps it open sees the
 * new text, as it would in the kernel's.
 */
public final class FakeProc {
    private final Path root;
    private final Map<Integer, Process> processes = new HashMap<>();
    private final Map<Integer, First> firsts = new HashMap<>();

    private record Process(int threads, long startTicks) {}

    private record First(String name, char state, long userTicks) {}

    public FakeProc(Path root) {
        this.root = root;
    }

    public Path root() {
        return root;
    }

    /** The {@code stat} of a process, that is of its first thread: as it was, but for the number of threads and the start. */
    public FakeProc process(int pid, int threads, long startTicks) {
        processes.put(pid, new Process(threads, startTicks));
        return first(pid, firsts.getOrDefault(pid, new First("main", 'S', 0)));
    }

    private FakeProc first(int pid, First first) {
        firsts.put(pid, first);
        Process process = processes.getOrDefault(pid, new Process(1, 100 + pid));
        return stat(pid, pid, stat(pid, first.name, first.state, first.userTicks, process.threads, process.startTicks, 1));
    }

    /** Both files of a thread, which has run for that long. */
    public FakeProc thread(int pid, int tid, String name, char state, long onCpuNanos) {
        schedstat(pid, tid, onCpuNanos + " 2000 3\n");
        if (tid == pid) {
            return first(pid, new First(name, state, onCpuNanos / 10_000_000));
        }
        return stat(pid, tid, stat(tid, name, state, onCpuNanos / 10_000_000, 1, 100 + tid, 1));
    }

    public FakeProc schedstat(int pid, int tid, String text) {
        return write(pid + "/task/" + tid + "/schedstat", text);
    }

    public FakeProc stat(int pid, int tid, String text) {
        return write(pid + "/task/" + tid + "/stat", text);
    }

    /** A whole line as kernels print it, with a field that is no signed long. */
    public static String stat(int id, String name, char state, long userTicks, int threads, long startTicks, int core) {
        return id + " (" + name + ") " + state + " 1 1 1 0 -1 4194304 99 0 0 0 " + userTicks + " 0 0 0 20 0 " + threads + " 0 " + startTicks
                + " 3133440 358 18446744073709551615 1 2 3 0 0 0 0 0 0 0 0 0 17 " + core + " 0 0 0 0 0 1 2 3 4 5 6 7 0\n";
    }

    public FakeProc write(String file, String text) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, text.getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a file one that answers neither whether it exists nor what is in it, as a hidden one does; permissions do not bind root. */
    public FakeProc hide(String file) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.deleteIfExists(path);
            Files.createSymbolicLink(path, path);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file, or a directory with all that is in it. */
    public FakeProc remove(String file) {
        try (Stream<Path> paths = Files.walk(root.resolve(file))) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
