package coreloom.sampler.linux.python;

import coreloom.sampler.Faults;
import coreloom.sampler.linux.OpenFiles;
import coreloom.sampler.linux.Outcome;
import coreloom.sampler.linux.ProcFile;
import coreloom.sampler.linux.ProcText;
import coreloom.snapshot.InterpreterLockReading;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises the processes that run CPython, and sees their interpreter locks from outside: {@code /proc/PID/maps} tells which file holds
 * the interpreter, its symbols where {@code _PyRuntime} lies, and {@code /proc/PID/mem} what is in it. No process is stopped, attached to
 * or changed. Used by one thread, which is never interrupted: an interrupt closes the file being read.
 */
public final class PythonProcesses implements AutoCloseable {
    /** Processes that were looked at beyond that many are forgotten, the longest unseen first; they are recognised anew. */
    private static final int MOST = 4096;
    /** Memory files kept open; those of further processes are opened for each reading. */
    private static final int KEPT_FILES = 64;

    private final PythonShared shared;
    private final OpenFiles none = new OpenFiles(0);
    private final ProcText text = new ProcText();
    private final Map<Integer, KnownProcess> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, KnownProcess> eldest) {
            if (size() > MOST) {
                eldest.getValue().close();
                return true;
            }
            return false;
        }
    };

    private PythonProcesses(PythonShared shared) {
        this.shared = shared;
    }

    /**
     * @param proc   {@code /proc}, or a tree like it
     * @param faults counts processes whose mappings may not be read: whether they are CPython stays unknown
     */
    public static PythonProcesses of(Path proc, Faults faults) {
        return new PythonProcesses(new PythonShared(proc, new OpenFiles(KEPT_FILES), new RuntimeBinaries(), faults));
    }

    /**
     * The process, if it runs CPython; empty also when it has ended or may not be read. Costs the reading of one line, but for the first
     * time and after it started another program.
     */
    public Optional<PythonProcess> look(int pid) {
        Optional<ImageLine> image = image(pid);
        if (image.isEmpty()) {
            forget(pid);
            return Optional.empty();
        }
        return known.computeIfAbsent(pid, id -> new KnownProcess(shared, id)).look(image.get());
    }

    /** Looks at the process and reads its lock. */
    public Optional<InterpreterLockReading> read(int pid) {
        return look(pid).map(PythonProcess::read);
    }

    private Optional<ImageLine> image(int pid) {
        try (ProcFile stat = new ProcFile(shared.process(pid).resolve("task").resolve(Integer.toString(pid)).resolve("stat"), none)) {
            ImageLine line = new ImageLine();
            boolean read = stat.read(text) == Outcome.READ && line.parse(text.bytes(), text.length());
            return read ? Optional.of(line) : Optional.empty();
        }
    }

    /** Forgets all processes but these, and gives their files back. */
    public void keep(int[] pids) {
        known.entrySet().removeIf(each -> {
            boolean left = Arrays.stream(pids).noneMatch(pid -> pid == each.getKey());
            if (left) {
                each.getValue().close();
            }
            return left;
        });
    }

    private void forget(int pid) {
        KnownProcess gone = known.remove(pid);
        if (gone != null) {
            gone.close();
        }
    }

    /** Closes every file and forgets all processes. */
    @Override
    public void close() {
        known.values().forEach(KnownProcess::close);
        known.clear();
    }
}
