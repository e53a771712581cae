package coreloom.workload.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The calling thread as the operating system's kernel knows it. */
final class KernelThread {
    private KernelThread() {}

    /**
     * Its id, from the symbolic link {@code thread-self} of a Linux {@code /proc}, which is {@code PID/task/TID}; 0 where there is none.
     */
    static long id(Path proc) {
        try {
            return parse(Files.readSymbolicLink(proc.resolve("thread-self")));
        } catch (IOException | UnsupportedOperationException notHere) {
            return 0;
        }
    }

    static long parse(Path link) {
        try {
            return Long.parseLong(link.getFileName().toString());
        } catch (NumberFormatException other) {
            return 0;
        }
    }
}
