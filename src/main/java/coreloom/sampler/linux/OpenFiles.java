package coreloom.sampler.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many files may still be kept open, so that the readers of threads leave enough for the rest of the monitor. For one thread. */
public final class OpenFiles {
    private static final String LINE = "Max open files";
    /** A limit that practically every system grants. */
    private static final int EVERYWHERE = 1024;

    private int left;

    public OpenFiles(int budget) {
        left = budget;
    }

    /** Three quarters of this process's limit, or all but 512 of it, whichever is more. */
    public static OpenFiles ofThisProcess(Path proc) {
        try {
            return new OpenFiles(share(limit(Files.readString(proc.resolve("self/limits")))));
        } catch (IOException e) {
            return new OpenFiles(share(EVERYWHERE));
        }
    }

    private static int share(int limit) {
        return Math.max(limit - limit / 4, limit - 512);
    }

    /** The soft limit that {@code /proc/self/limits} tells; 1024 when it does not. */
    static int limit(String limits) {
        return limits.lines().filter(line -> line.startsWith(LINE)).findFirst().map(OpenFiles::soft).orElse(EVERYWHERE);
    }

    private static int soft(String line) {
        String number = line.substring(LINE.length()).strip().split("\\s+")[0];
        try {
            return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(number));
        } catch (NumberFormatException e) {
            return number.equals("unlimited") ? Integer.MAX_VALUE : EVERYWHERE;
        }
    }

    /** Takes one file of the budget; false when nothing is left. */
    public boolean take() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }

    public void giveBack() {
        left++;
    }
}
