package coreloom.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Processes in a tree like {@code /proc}. */
final class FakeProcesses {
    private FakeProcesses() {}

    /** A process whose line is as the kernel writes it; the fields between are of no interest here. */
    static void stat(Path proc, int pid, int parent, String command, char state, int threads, long start) throws IOException {
        Path folder = Files.createDirectories(proc.resolve(pid + "/task/" + pid));
        Files.writeString(folder.resolve("stat"), pid + " (" + command + ") " + state + " " + parent
                + " 42 42 0 -1 4194304 0 0 0 0 1 2 0 0 20 0 " + threads + " 0 " + start + " 1000 200 18446744073709551615\n");
    }

    /** A thread of it, and what that has started. */
    static void children(Path proc, int pid, int tid, int... pids) throws IOException {
        Path task = Files.createDirectories(proc.resolve(pid + "/task/" + tid));
        Files.writeString(task.resolve("children"), Arrays.stream(pids).mapToObj(child -> child + " ").collect(Collectors.joining()));
    }
}
