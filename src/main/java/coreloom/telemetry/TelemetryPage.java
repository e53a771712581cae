package coreloom.telemetry;

import coreloom.snapshot.WaitBuckets;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;
import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A telemetry page as the monitor sees it. Reading changes nothing, never waits for a worker, and goes on working after the worker's death:
 * the last numbers are still there.
 */
public final class TelemetryPage implements Telemetry {
    private static final int TRIES = 200;
    private static final Count[] COUNTS = Count.values();

    private final ByteBuffer page;
    private final int slots;
    /** The newest whole copy of each slot, and one to copy into. */
    private final long[][] whole;
    private long[] copy = new long[PageLayout.SLOT_BYTES / 8];

    private TelemetryPage(ByteBuffer page, int slots) {
        this.page = page;
        this.slots = slots;
        this.whole = new long[slots][PageLayout.SLOT_BYTES / 8];
    }

    /**
     * Makes the file a worker will turn into a page.
     *
     * @throws IOException when it cannot be written at full size
     */
    public static TelemetryPage create(Path file, int slots) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            return new TelemetryPage(channel.map(FileChannel.MapMode.READ_WRITE, 0, PageLayout.bytes(slots)), slots);
        }
    }

    /** Whether a worker has made it a complete page of this version and size. */
    @Override
    public boolean complete() {
        return (long) PageLayout.LONG.getAcquire(page, PageLayout.AT_MAGIC) == PageLayout.MAGIC && intAt(PageLayout.AT_VERSION) == PageLayout.VERSION
                && intAt(PageLayout.AT_SLOT_BYTES) == PageLayout.SLOT_BYTES && intAt(PageLayout.AT_SLOTS) == slots
                && intAt(PageLayout.AT_STAGE) >= 0 && intAt(PageLayout.AT_STAGE) <= Stage.STOPPED.ordinal();
    }

    /** How far the worker process has come; {@link Stage#WARMING_UP} while the page is not complete. */
    @Override
    public Stage stage() {
        return complete() ? Stage.of((int) PageLayout.INT.getAcquire(page, PageLayout.AT_STAGE)) : Stage.WARMING_UP;
    }

    /** Adds a row for each worker of the page; none while it is not complete. */
    @Override
    public void read(WorkerTable table, int laneId, int firstNumber, long now) {
        if (complete()) {
            int pid = (int) PageLayout.getLong(page, PageLayout.AT_PID);
            for (int slot = 0; slot < slots; slot++) {
                copySlot(slot);
                int row = table.add(laneId, firstNumber + slot, pid, (int) whole[slot][PageLayout.TID / 8]);
                fill(table, row, whole[slot], now);
            }
        }
    }

    /**
     * Copies a slot between two equal, even sequences. Where there are none, because the worker was killed in mid-write or has lost its core
     * there, the copy before stands: a little old, and whole.
     */
    private void copySlot(int slot) {
        int base = PageLayout.slot(slot);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            long before = (long) PageLayout.LONG.getAcquire(page, base);
            for (int i = 0; i < copy.length; i++) {
                copy[i] = PageLayout.getLong(page, base + i * 8);
            }
            VarHandle.loadLoadFence();
            if ((before & 1) == 0 && (long) PageLayout.LONG.getOpaque(page, base) == before) {
                long[] old = whole[slot];
                whole[slot] = copy;
                copy = old;
                return;
            }
            Thread.onSpinWait();
        }
    }

    private static void fill(WorkerTable table, int row, long[] slot, long now) {
        for (int i = 0; i < Count.COUNT; i++) {
            table.count(row, COUNTS[i], slot[PageLayout.COUNTS / 8 + i]);
        }
        int waiting = (int) slot[PageLayout.WAIT_KIND / 8] - 1;
        long underWay = Math.max(0, now - slot[PageLayout.WAIT_SINCE / 8]);
        for (int i = 0; i < WaitKind.COUNT; i++) {
            table.waitNanos(row, WaitKind.of(i), slot[PageLayout.WAITS / 8 + i] + (i == waiting ? underWay : 0));
        }
        for (int i = 0; i < WaitBuckets.COUNT; i++) {
            table.waits(row, i, slot[PageLayout.HISTOGRAM / 8 + i]);
        }
    }

    private int intAt(int at) {
        return (int) PageLayout.INT.get(page, at);
    }
}
