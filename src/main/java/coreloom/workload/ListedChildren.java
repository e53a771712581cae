package coreloom.workload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Children as {@code /proc/PID/task/TID/children} lists them, which not every kernel has: a file a thread, nobody else is touched. */
final class ListedChildren implements Kinship {
    private static final long FILE_NANOS = 15_000;

    private final Path proc;
    private int files;

    ListedChildren(Path proc) {
        this.proc = proc;
    }

    /** Whether the kernel lists the children of that process. */
    static boolean offeredFor(Path proc, int pid) {
        return Files.exists(proc.resolve(pid + "/task/" + pid + "/children"));
    }

    @Override
    public void begin() {
        files = 0;
    }

    @Override
    public List<Integer> childrenOf(int pid) {
        List<Integer> all = new ArrayList<>();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(proc.resolve(pid + "/task"))) {
            for (Path task : tasks) {
                addListed(task, all);
            }
        } catch (IOException | DirectoryIteratorException e) {
            return all; // the process has ended meanwhile, or may not be seen
        }
        return all;
    }

    private void addListed(Path task, List<Integer> into) {
        files++;
        try {
            addNumbers(Files.readString(task.resolve("children"), StandardCharsets.US_ASCII), into);
        } catch (IOException e) {
            return; // this thread has ended meanwhile; the kernel gives its children to another
        }
    }

    private static void addNumbers(String text, List<Integer> into) {
        for (String number : text.strip().split(" ")) {
            if (number.matches("[1-9]\\d{0,8}")) {
                into.add(Integer.valueOf(number));
            }
        }
    }

    @Override
    public long costNanos() {
        return files * FILE_NANOS;
    }
}
