package coreloom.sampler.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads the affinity of a few threads at each snapshot, all of them in turn: it is one more file for each thread, opened each time, and hardly
 * ever changes.
 */
final class AffinityRound {
    /** Threads at each snapshot: about a tenth of a millisecond. */
    static final int THREADS = 8;

    private static final String KEY = "Cpus_allowed_list:";

    private int process;
    private int thread;

    /** Reads those whose turn it is, none of them twice; returns how many that were. */
    int read(List<ProcProcess> processes) {
        int wanted = Math.min(THREADS, threadsOf(processes));
        int done = 0;
        while (done < wanted) {
            process = process < processes.size() ? process : 0;
            List<ProcThread> threads = processes.get(process).threads();
            if (thread >= threads.size()) {
                process++;
                thread = 0;
            } else {
                threads.get(thread++).readAffinity();
                done++;
            }
        }
        return done;
    }

    private static int threadsOf(List<ProcProcess> processes) {
        int threads = 0;
        for (int i = 0; i < processes.size() && threads < THREADS; i++) {
            threads += processes.get(i).threads().size();
        }
        return threads;
    }

    /** The cores that a {@code status} file lists as allowed; empty when it does not. */
    static String read(Path status) {
        try {
            return parse(new String(Files.readAllBytes(status), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return "";
        }
    }

    /** The list behind the last line that begins with {@value #KEY}: a thread's name, which comes first, may hold anything but a line's end. */
    static String parse(String status) {
        int at = status.lastIndexOf("\n" + KEY);
        int end = at < 0 ? -1 : status.indexOf('\n', at + 1);
        return at < 0 ? "" : status.substring(at + 1 + KEY.length(), end < 0 ? status.length() : end).strip();
    }
}
