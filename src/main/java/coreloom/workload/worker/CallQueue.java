package coreloom.workload.worker;

import coreloom.snapshot.WaitKind;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The parent's end of the queue of calls, as {@code multiprocessing.Queue} has it: a bounded number of calls that no worker has taken yet,
 * first in a buffer, then, through the feeder thread, in a pipe. All of it is guarded by the parent's interpreter lock.
 *
 * <pre>
 *   manager ──put──► buffer ──feeder──► pipe ──► {@link CallTaker} of each worker
 *                    └─── at most {@code bound} ───┘
 * </pre>
 */
final class CallQueue {
    /** In place of a number: the worker that takes this is to end. */
    static final long END = -1;

    private final int bound;
    private final WritableByteChannel pipe;
    private final Tally taken;
    private final Bell feeder;
    private final Deque<Call> buffer = new ArrayDeque<>();
    private final Message message = new Message();
    private long put;
    private boolean closed;

    /** A call in the buffer. */
    private record Call(long number, long units) {}

    /**
     * @param bound how many calls at most nobody has taken
     * @param taken how many workers have taken, of all that were put
     */
    CallQueue(int bound, WritableByteChannel pipe, Tally taken, Bell feeder) {
        this.bound = bound;
        this.pipe = pipe;
        this.taken = taken;
        this.feeder = feeder;
    }

    /** Whether there is room for no further call. Only {@link #put} makes it so, only a worker ends it. */
    boolean full() {
        return put - taken.value() >= bound;
    }

    /** Puts a call, for which there is room. */
    void put(long number, long units) {
        put++;
        buffer.add(new Call(number, units));
        feeder.ring();
    }

    /**
     * Puts an end for each worker, behind all calls and beside the bound, and lets the feeder end behind them. A worker takes no more than
     * one of them, so none waits for ever.
     */
    void close(int workers) {
        for (int i = 0; i < workers; i++) {
            buffer.add(new Call(END, 0));
        }
        closed = true;
        feeder.ring();
    }

    /** The feeder thread, from its first call to the last end. */
    void feed(Context context, Chores chores) throws IOException {
        BlockingCall write = () -> message.write(pipe);
        BlockingCall wait = feeder::await;
        feeder.own();
        context.enter();
        while (!(closed && buffer.isEmpty())) {
            if (buffer.isEmpty()) {
                context.blocking(WaitKind.POOL, wait);
            } else {
                Call call = buffer.remove();
                chores.run(chores.costs().pickle(), context);
                message.set(call.number(), call.units());
                context.blocking(WaitKind.IO, write);
            }
        }
        context.leave();
    }
}
