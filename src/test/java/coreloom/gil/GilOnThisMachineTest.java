package coreloom.gil;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coreloom.snapshot.WorkerTable.Count;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lock on the primitives of this JVM, which reorder memory as the model does not. */
@Timeout(120)
class GilOnThisMachineTest {
    private static final int THREADS = 4;
    private static final int BYTECODES = 50_000;

    @TempDir
    private Path directory;
    /** Neither volatile nor atomic: the lock alone must keep it whole. */
    private long counter;

    @Test
    void noUpdateIsLostBetweenThreadsThatKeepSwitching() throws Exception {
        Ledger ledger = new Ledger(directory.resolve("page"), THREADS);
        Gil gil = new Gil(new JavaPrimitives(System::nanoTime), 1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int slot = i;
            threads.add(new Thread(() -> interpret(gil.attach(ledger.page.slot(slot)))));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals((long) THREADS * BYTECODES, counter);
        assertEquals(gil.switchNumber(), ledger.total(Count.HANDOFFS) + 1);
    }

    private void interpret(GilThread thread) {
        thread.acquire();
        for (int i = 1; i <= BYTECODES; i++) {
            counter++;
            thread.safePoint();
            if (i % 1_000 == 0) {
                thread.release();
                thread.acquire();
            }
        }
        thread.release();
    }
}
