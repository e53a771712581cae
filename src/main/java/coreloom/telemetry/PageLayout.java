package coreloom.telemetry;

import coreloom.snapshot.WaitBuckets;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where each number lies on a telemetry page: a header and one slot per worker, everything in the machine's byte order, each slot on cache
 * lines of its own and written by its worker alone.
 *
 * <pre>
 *   header, 256 bytes                          slot, 2,176 bytes
 *     0  magic "CLOOMTEL", written last          0  sequence: odd while its owner writes
 *     8  int version                             8  thread id, 0 unknown
 *    12  int slot size, bytes                   16  current wait kind + 1, 0 when not waiting
 *    16  int number of slots                    24  when that wait began, monotonic ns
 *    20  int stage of the process               32  the counters of WorkerTable.Count
 *    24  process id                            128  wait ns by WaitKind
 *                                              256  histogram of lock waits, or replies, 240 buckets
 * </pre>
 *
 * Every number is a long unless said. The page is complete when the magic is there: a reader refuses it before.
 */
final class PageLayout {
    static final long MAGIC = 0x434C4F4F4D54454CL;
    static final int VERSION = 1;
    static final int HEADER_BYTES = 256;
    static final int SLOT_BYTES = 256 + WaitBuckets.COUNT * 8;

    static final int AT_MAGIC = 0;
    static final int AT_VERSION = 8;
    static final int AT_SLOT_BYTES = 12;
    static final int AT_SLOTS = 16;
    static final int AT_STAGE = 20;
    static final int AT_PID = 24;

    static final int SEQUENCE = 0;
    static final int TID = 8;
    static final int WAIT_KIND = 16;
    static final int WAIT_SINCE = 24;
    static final int COUNTS = 32;
    static final int WAITS = 128;
    static final int HISTOGRAM = 256;

    static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
    static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

    static {
        if (COUNTS + WorkerTable.Count.COUNT * 8 > WAITS || WAITS + WaitKind.COUNT * 8 > HISTOGRAM || SLOT_BYTES % 64 != 0) {
            throw new AssertionError("the slot of a telemetry page has become too small");
        }
    }

    private PageLayout() {}

    /** Size in bytes of a page with that many slots. */
    static int bytes(int slots) {
        return HEADER_BYTES + slots * SLOT_BYTES;
    }

    /** Offset of that slot in a page. */
    static int slot(int number) {
        return HEADER_BYTES + number * SLOT_BYTES;
    }

    static long getLong(ByteBuffer page, int at) {
        return (long) LONG.get(page, at);
    }

    static void putLong(ByteBuffer page, int at, long value) {
        LONG.set(page, at, value);
    }
}
