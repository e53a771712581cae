package coreloom.sampler.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import coreloom.sampler.Faults;
import coreloom.sampler.ThreadRows;
import coreloom.snapshot.ThreadTable;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sampling, looks included, leaves no garbage per thread: what a snapshot allocates does not grow with the number of threads. */
class ProcThreadsAllocationTest {
    private static final int PID = 40;
    private static final int[] PIDS = {PID};
    private static final int WARM_UP = 50;
    private static final int SNAPSHOTS = 200;
    private static final String FUTEX = "202 0x7f10d4c6a148 0x80 0x2 0x0 0x0 0x0 0x7f10d3bfec60 0x7f10d489c117\n";
    /** Far less than one object for each of the 390 further threads. */
    private static final long SLACK_BYTES = 2048;

    private final ThreadMXBean meter = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void runningThreadsCostNothingEach(@TempDir Path few, @TempDir Path many) throws Exception {
        compare(bytesPerSnapshot(few, 10, 'R'), bytesPerSnapshot(many, 400, 'R'));
    }

    @Test
    void sleepingThreadsCostNothingEach(@TempDir Path few, @TempDir Path many) throws Exception {
        compare(bytesPerSnapshot(few, 10, 'S'), bytesPerSnapshot(many, 400, 'S'));
    }

    private static void compare(long few, long many) {
        assertTrue(many - few < SLACK_BYTES, "10 threads: " + few + " bytes a snapshot, 400 threads: " + many);
    }

    private long bytesPerSnapshot(Path root, int threads, char state) throws Exception {
        FakeProc proc = new FakeProc(Files.createDirectories(root)).process(PID, threads, 500);
        for (int tid = PID; tid < PID + threads; tid++) {
            proc.thread(PID, tid, "worker-" + tid, state, 1_000);
            proc.write(PID + "/task/" + tid + "/syscall", tid % 2 == 0 ? "running\n" : FUTEX);
        }
        ThreadTable table = new ThreadTable();
        Faults faults = new Faults();
        ProcShared shared = new ProcShared(root, new ProcLines(), new OpenFiles(1300), new ThreadRows(), faults, 10_000_000, pid -> threads * 1_000L);
        try (ProcThreads reader = new ProcThreads(shared)) {
            reader.watchWaits(PIDS);
            allocated(reader, table, WARM_UP);
            long bytes = allocated(reader, table, SNAPSHOTS) / SNAPSHOTS;
            assertEquals(threads, table.rows());
            assertEquals(0, faults.total());
            return bytes;
        }
    }

    private long allocated(ProcThreads reader, ThreadTable table, int snapshots) {
        long self = Thread.currentThread().getId();
        long before = meter.getThreadAllocatedBytes(self);
        for (int i = 0; i < snapshots; i++) {
            reader.read(PIDS, table);
            reader.look();
        }
        return meter.getThreadAllocatedBytes(self) - before;
    }
}
