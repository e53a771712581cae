package coreloom.telemetry;

import coreloom.snapshot.WaitBuckets;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable.Count;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;

/**
 * One worker's slot of a telemetry page, written by that worker's thread alone. No method locks, allocates or calls the system. Numbers that
 * belong together are written between two steps of the sequence, so that a reader sees all of them or none.
 */
public final class WorkerSlot {
    private final ByteBuffer page;
    private final int base;
    private long sequence;

    WorkerSlot(ByteBuffer page, int base) {
        this.page = page;
        this.base = base;
    }

    /** Names the thread that owns the slot, by the kernel's thread id; 0 where it has none of its own, or the platform does not tell. */
    public void owner(long tid) {
        put(PageLayout.TID, tid);
    }

    /** Its number among the slots of its page, from 0. */
    public int number() {
        return (base - PageLayout.HEADER_BYTES) / PageLayout.SLOT_BYTES;
    }

    /** Adds completed work units. */
    public void addUnits(long units) {
        int at = base + PageLayout.COUNTS + Count.UNITS.ordinal() * 8;
        PageLayout.LONG.setRelease(page, at, PageLayout.getLong(page, at) + units);
    }

    /** Work units completed so far. */
    public long units() {
        return get(PageLayout.COUNTS + Count.UNITS.ordinal() * 8);
    }

    /** The thread begins to wait, at {@code now} ns. Waits do not nest: a wait begun within another replaces it. */
    public void waitBegins(WaitKind kind, long now) {
        open();
        put(PageLayout.WAIT_SINCE, now);
        put(PageLayout.WAIT_KIND, kind.ordinal() + 1L);
        close();
    }

    /** The wait that began last ends, at {@code now} ns; it counts to its kind. Does nothing when no wait is under way. */
    public void waitEnds(long now) {
        waitEnds(now, 0);
    }

    /**
     * The same; of the wait, {@code collectorNanos} count to {@link WaitKind#COLLECTOR} instead. Until it ends, all of a wait counts to the kind
     * that it began with.
     */
    public void waitEnds(long now, long collectorNanos) {
        if (get(PageLayout.WAIT_KIND) != 0) {
            open();
            endWait(now, collectorNanos);
            close();
        }
    }

    /**
     * The thread has the lock, at {@code now} ns, after a wait that was begun with {@link #waitBegins}.
     *
     * @param handoff whether another thread held the lock before
     */
    public void acquiredAfterWait(boolean handoff, long now) {
        acquiredAfterWait(handoff, now, 0);
    }

    /** The same; of the wait, {@code collectorNanos} count to {@link WaitKind#COLLECTOR} instead. */
    public void acquiredAfterWait(boolean handoff, long now, long collectorNanos) {
        open();
        long waited = endWait(now, collectorNanos);
        add(PageLayout.HISTOGRAM + WaitBuckets.of(waited) * 8, 1);
        count(Count.WAITS, 1);
        acquired(handoff);
        close();
    }

    /** The thread has the lock and did not wait for it. */
    public void acquiredAtOnce(boolean handoff) {
        open();
        acquired(handoff);
        close();
    }

    /** The thread lets the lock go after {@code heldNanos} ns. */
    public void released(long heldNanos) {
        open();
        count(Count.HOLD_NANOS, heldNanos);
        close();
    }

    /** This worker, waiting, asked the holder to let go. */
    public void requestedDrop() {
        open();
        count(Count.DROP_REQUESTS, 1);
        close();
    }

    /** This worker, releasing, waited until another thread had taken the lock. */
    public void forcedSwitch() {
        open();
        count(Count.FORCED_SWITCHES, 1);
        close();
    }

    /** The lock has come to this worker from another, and to that one from this worker. */
    public void returned() {
        open();
        count(Count.RETURNS, 1);
        close();
    }

    /** This worker has paused its interpreter for {@code nanos} ns, in order to collect. */
    public void paused(long nanos) {
        open();
        count(Count.PAUSE_NANOS, nanos);
        close();
    }

    /** This worker has run the collector. */
    public void collected() {
        open();
        count(Count.COLLECTIONS, 1);
        close();
    }

    /** The reply has come, at {@code now} ns, to a request that was sent when the wait under way began. */
    public void replied(long now) {
        open();
        add(PageLayout.HISTOGRAM + WaitBuckets.of(endWait(now, 0)) * 8, 1);
        count(Count.REPLIES, 1);
        close();
    }

    private void acquired(boolean handoff) {
        count(Count.ACQUISITIONS, 1);
        if (handoff) {
            count(Count.HANDOFFS, 1);
        }
    }

    private long endWait(long now, long collectorNanos) {
        long waited = Math.max(0, now - get(PageLayout.WAIT_SINCE));
        int kind = (int) get(PageLayout.WAIT_KIND) - 1;
        put(PageLayout.WAIT_KIND, 0);
        if (kind >= 0) {
            add(PageLayout.WAITS + kind * 8, waited - collectorNanos);
            add(PageLayout.WAITS + WaitKind.COLLECTOR.ordinal() * 8, collectorNanos);
        }
        return waited;
    }

    private void open() {
        PageLayout.LONG.set(page, base, ++sequence);
        VarHandle.storeStoreFence();
    }

    private void close() {
        PageLayout.LONG.setRelease(page, base, ++sequence);
    }

    private void count(Count which, long more) {
        add(PageLayout.COUNTS + which.ordinal() * 8, more);
    }

    private void add(int at, long more) {
        put(at, get(at) + more);
    }

    private long get(int at) {
        return PageLayout.getLong(page, base + at);
    }

    private void put(int at, long value) {
        PageLayout.putLong(page, base + at, value);
    }
}
