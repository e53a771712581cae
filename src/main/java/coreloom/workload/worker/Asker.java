package coreloom.workload.worker;

import coreloom.snapshot.WaitKind;
import coreloom.telemetry.WorkerSlot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ByteChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Sends a byte, waits until it comes back, and counts how long that took; then the next. Its waits for replies are waits for I/O, those for the
 * next period sleep.
 *
 * <pre>
 *   file of replies, 16 bytes each, the machine's byte order     0 long, when the request was sent, monotonic ns     8 long, ns to its reply
 * </pre>
 */
final class Asker {
    private static final int RECORD_BYTES = 16;

    private final ByteChannel answering;
    private final AskerOptions options;
    private final WorkerSlot slot;
    private final LongSupplier clock;
    private final ByteBuffer single = ByteBuffer.allocateDirect(1);
    private final ByteBuffer entry = ByteBuffer.allocateDirect(RECORD_BYTES).order(ByteOrder.nativeOrder());
    private final Thread thread = Thread.currentThread();
    private final BooleanSupplier paced;
    private volatile boolean hurried;

    /**
     * Made by the thread that is going to ask.
     *
     * @param paced whether to keep to the period; without pause otherwise, so that those who answer have it compiled before it counts
     */
    Asker(ByteChannel answering, AskerOptions options, WorkerSlot slot, LongSupplier clock, BooleanSupplier paced) {
        this.paced = paced;
        this.answering = answering;
        this.options = options;
        this.slot = slot;
        this.clock = clock;
    }

    /** From now on it asks without pause, so that the answering worker sees soon that it is to stop. May be called by any thread. */
    void hurry() {
        hurried = true;
        LockSupport.unpark(thread);
    }

    /** Asks until nobody answers any more. */
    void ask() throws IOException {
        if (options.replies().isEmpty()) {
            ask(null);
        } else {
            try (FileChannel file = FileChannel.open(options.replies().get(), StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ask(file);
            }
        }
    }

    private void ask(WritableByteChannel replies) throws IOException {
        long periodNanos = TimeUnit.MICROSECONDS.toNanos(options.periodMicros());
        long sent = clock.getAsLong();
        while (answered()) {
            long now = clock.getAsLong();
            slot.replied(now);
            if (replies != null) {
                IoDevice.drain(entry.clear().putLong(sent).putLong(now - sent).flip(), replies);
            }
            awaitNext(sent + periodNanos);
            sent = clock.getAsLong();
        }
    }

    /** Sends a request and waits for its reply; false when the other end is gone. */
    private boolean answered() {
        slot.waitBegins(WaitKind.IO, clock.getAsLong());
        try {
            single.clear();
            IoDevice.drain(single, answering);
            IoDevice.fill(single, answering);
            return true;
        } catch (IOException gone) {
            slot.waitEnds(clock.getAsLong());
            return false;
        }
    }

    private void awaitNext(long due) {
        long left = due - clock.getAsLong();
        if (left > 0 && !hurried && paced.getAsBoolean()) {
            slot.waitBegins(WaitKind.SLEEP, clock.getAsLong());
            while (left > 0 && !hurried) {
                LockSupport.parkNanos(this, left);
                left = due - clock.getAsLong();
            }
            slot.waitEnds(clock.getAsLong());
        }
    }
}
