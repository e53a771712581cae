package coreloom.sampler.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class KernelProcessClockTest {
    /** No Linux has an id beyond. */
    private static final int MOST_PIDS = 1 << 22;

    private final KernelProcessClock clock = new KernelProcessClock();

    @Test
    void isTheTimeOfAllThreadsOfAProcessAtRest() throws Exception {
        Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/self/schedstat")), "this kernel tells no exact CPU time of threads");
        Process resting = new ProcessBuilder("sleep", "60").start();
        try {
            int pid = (int) resting.pid();
            long clockNanos = clock.nanos(pid);
            long threadNanos = threadNanos(pid);
            // While it starts it runs: until the clock stands still it is read again.
            while (clockNanos != threadNanos || clockNanos != clock.nanos(pid)) {
                assertTrue(resting.isAlive());
                clockNanos = clock.nanos(pid);
                threadNanos = threadNanos(pid);
            }
            assertTrue(clockNanos > 0);
        } finally {
            resting.destroyForcibly();
        }
    }

    private static long threadNanos(int pid) throws IOException {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
            long sum = 0;
            for (Path task : tasks.toList()) {
                sum += Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0]);
            }
            return sum;
        }
    }

    @Test
    void ofNoProcessIsUnknown() {
        assertEquals(ProcessClock.UNKNOWN, clock.nanos(MOST_PIDS + 1));
    }
}
