package coreloom.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.WaitBuckets;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker writes on its page is what the monitor reads, whole or not at all. */
class TelemetryPageTest {
    @TempDir
    private Path folder;

    private Path file;
    private TelemetryPage page;
    private final WorkerTable table = new WorkerTable();

    @BeforeEach
    void create() throws IOException {
        file = folder.resolve("page");
        page = TelemetryPage.create(file, 2);
    }

    private void read(long now) {
        table.clear();
        page.read(table, 5, 3, now);
    }

    @Test
    void aPageWithoutItsMagicIsNotRead() {
        read(0);
        assertFalse(page.complete());
        assertEquals(Stage.WARMING_UP, page.stage());
        assertEquals(0, table.size());
    }

    @Test
    void aPageOfAnotherVersionOrSizeIsNotRead() throws IOException {
        new WorkerPage(file, 2, 99);
        assertTrue(page.complete());
        poke(PageLayout.AT_VERSION, 2);
        assertFalse(page.complete());
        poke(PageLayout.AT_VERSION, PageLayout.VERSION);
        poke(PageLayout.AT_SLOTS, 3);
        assertFalse(page.complete());
        poke(PageLayout.AT_SLOTS, 2);
        poke(PageLayout.AT_STAGE, 77);
        assertFalse(page.complete());
    }

    @Test
    void everyCountComesThrough() throws IOException {
        WorkerPage own = new WorkerPage(file, 2, 99);
        WorkerSlot slot = own.slot(1);
        slot.owner(1234);
        slot.addUnits(7);
        slot.waitBegins(WaitKind.INTERPRETER_LOCK, 1_000);
        slot.requestedDrop();
        slot.acquiredAfterWait(true, 6_001_000);
        slot.released(500);
        slot.forcedSwitch();
        slot.acquiredAtOnce(false);
        slot.returned();
        slot.waitBegins(WaitKind.IO, 7_000_000);
        slot.replied(7_030_000);
        slot.paused(30);
        slot.paused(40);
        slot.collected();
        own.stage(Stage.RUNNING);
        read(9_000_000);
        assertEquals(Stage.RUNNING, page.stage());
        assertEquals(2, table.size());
        assertEquals(5, table.laneId(1));
        assertEquals(4, table.number(1));
        assertEquals(99, table.pid(1));
        assertEquals(1234, table.tid(1));
        long[] wanted = {7, 2, 1, 1, 1, 1, 500, 1, 1, 70, 1};
        for (Count count : Count.values()) {
            assertEquals(wanted[count.ordinal()], table.count(1, count), count.toString());
        }
        assertEquals(6_000_000, table.waitNanos(1, WaitKind.INTERPRETER_LOCK));
        assertEquals(1, table.waits(1, WaitBuckets.of(6_000_000)));
        assertEquals(30_000, table.waitNanos(1, WaitKind.IO));
        assertEquals(1, table.waits(1, WaitBuckets.of(30_000)));
    }

    @Test
    void aWaitUnderWayCountsUpToTheReading() throws IOException {
        WorkerSlot slot = new WorkerPage(file, 2, 99).slot(0);
        slot.waitBegins(WaitKind.IO, 1_000);
        read(41_000);
        assertEquals(40_000, table.waitNanos(0, WaitKind.IO));
        slot.waitEnds(51_000);
        slot.waitEnds(99_000);
        read(100_000);
        assertEquals(50_000, table.waitNanos(0, WaitKind.IO));
    }

    @Test
    void aWaitIsSplitBetweenItsKindAndTheCollectorWhenItEnds() throws IOException {
        WorkerSlot slot = new WorkerPage(file, 2, 99).slot(0);
        slot.waitBegins(WaitKind.INTERPRETER_LOCK, 1_000);
        read(5_000);
        assertEquals(4_000, table.waitNanos(0, WaitKind.INTERPRETER_LOCK), "under way, all of it is of one kind");
        slot.acquiredAfterWait(true, 11_000, 3_000);
        slot.waitBegins(WaitKind.INTERPRETER_LOCK, 20_000);
        slot.waitEnds(21_000, 1_000);
        read(30_000);
        assertEquals(7_000, table.waitNanos(0, WaitKind.INTERPRETER_LOCK));
        assertEquals(4_000, table.waitNanos(0, WaitKind.COLLECTOR));
        assertEquals(1, table.waits(0, WaitBuckets.of(10_000)), "from asking until having, whatever the reason");
    }

    @Test
    void aSlotWhoseWriterDiedInMidWriteKeepsItsLastWholeCopy() throws IOException {
        WorkerSlot slot = new WorkerPage(file, 2, 99).slot(0);
        slot.acquiredAtOnce(true);
        read(0);
        poke(PageLayout.slot(0), 3);
        poke(PageLayout.slot(0) + PageLayout.COUNTS + Count.HANDOFFS.ordinal() * 8, 1_000);
        read(0);
        assertEquals(1, table.count(0, Count.HANDOFFS));
    }

    /** Acquisitions and handoffs are written together; a reader must never see one without the other. */
    @Test
    void numbersThatBelongTogetherAreSeenTogether() throws IOException, InterruptedException {
        WorkerSlot slot = new WorkerPage(file, 2, 99).slot(0);
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            while (!done.get()) {
                slot.acquiredAtOnce(true);
            }
        });
        writer.start();
        for (int i = 0; i < 20_000; i++) {
            read(0);
            assertEquals(table.count(0, Count.ACQUISITIONS), table.count(0, Count.HANDOFFS));
        }
        done.set(true);
        writer.join();
    }

    private void poke(int at, int value) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(0, value);
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek(at);
            raw.write(bytes.array());
        }
    }
}
