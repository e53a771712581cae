package coreloom.sampler.linux.python;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Turns a thread id that a process tells of itself into the one under which the monitor sees that thread: the same, but for a process in a
 * pid namespace of its own, as in a container. An id that no thread of the process has is not believed. A known id costs no allocation. For
 * one thread.
 */
final class TaskIds {
    private static final int SLOTS = 256;
    private static final int MOST_TASKS = 1 << 12;
    /** A list of threads is read again at most for every so many ids that were not in it. */
    private static final int MISSES = 16;

    private final Path tasks;
    private final boolean nested;
    private final int[] told = new int[SLOTS];
    private final int[] seen = new int[SLOTS];
    private int misses;

    /** {@code process} is {@code /proc/PID}. */
    TaskIds(Path process) {
        tasks = process.resolve("task");
        nested = NamespaceIds.read(process.resolve("status")).nested();
    }

    /** The thread's id for us; 0 when no thread of the process has that id. */
    int seen(long id) {
        if (id <= 0 || id > Integer.MAX_VALUE) {
            return 0;
        }
        int slot = (int) (id % SLOTS);
        if (told[slot] != id) {
            learn((int) id);
        }
        return told[slot] == id ? seen[slot] : 0;
    }

    private void learn(int id) {
        if (nested) {
            learnAll();
        } else if (Files.exists(tasks.resolve(Integer.toString(id)))) {
            put(id, id);
        }
    }

    private void put(int id, int forUs) {
        told[id % SLOTS] = id;
        seen[id % SLOTS] = forUs;
    }

    private void learnAll() {
        if (misses++ % MISSES != 0) {
            return;
        }
        Arrays.fill(told, 0);
        int count = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(tasks)) {
            for (Path task : all) {
                NamespaceIds ids = NamespaceIds.read(task.resolve("status"));
                if (ids.nested()) {
                    put(ids.innermost(), ids.outermost());
                }
                if (++count == MOST_TASKS) {
                    return;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // The process has gone; the next id that is asked for is not found.
        }
    }
}
