package coreloom.sampler.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.sampler.Faults;
import coreloom.snapshot.ThreadTable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cores that each thread may use, a few threads at a time. */
class AffinityRoundTest {
    @Test
    void theLineOfTheListIsFoundWhateverTheNameIs() {
        assertEquals("0-3,8", AffinityRound.parse("Name:\tCpus_allowed_list:\t9\nCpus_allowed:\tff\nCpus_allowed_list:\t0-3,8\nMems_allowed:\t1\n"));
        assertEquals("", AffinityRound.parse("Name:\tx\n"));
        assertEquals("", AffinityRound.parse(""));
    }

    @Test
    void allThreadsHaveTheirTurn(@TempDir Path root) {
        int threads = 3 * AffinityRound.THREADS;
        FakeProc proc = new FakeProc(root).process(10, threads, 5);
        for (int tid = 10; tid < 10 + threads; tid++) {
            proc.thread(10, tid, "t", 'S', 1000).write("10/task/" + tid + "/status", "Name:\tt\nCpus_allowed_list:\t0-" + tid + "\n");
        }
        try (ProcThreads reader = new ProcThreads(root, new Faults())) {
            ThreadTable table = new ThreadTable();
            int[] pids = {10};
            reader.read(pids, table);
            assertTrue(table.knows(0, ThreadTable.AFFINITY));
            assertFalse(table.knows(threads - 1, ThreadTable.AFFINITY));
            reader.read(pids, table);
            reader.read(pids, table);
            for (int row = 0; row < threads; row++) {
                assertEquals("0-" + table.tid(row), table.affinity(row));
            }
        }
    }

    @Test
    void aFewThreadsAreReadOnceEach(@TempDir Path root) {
        FakeProc proc = new FakeProc(root).process(10, 3, 5);
        for (int tid = 10; tid < 13; tid++) {
            proc.thread(10, tid, "t", 'S', 1000);
        }
        AffinityRound round = new AffinityRound();
        assertEquals(0, round.read(List.of()));
        try (ProcProcess process = new ProcProcess(ProcShared.of(root, new Faults()), 10)) {
            assertEquals(0, round.read(List.of(process)), "it has not been read itself");
            process.read(1);
            assertEquals(3, round.read(List.of(process)));
        }
    }
}
