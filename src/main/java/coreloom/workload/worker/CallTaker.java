package coreloom.workload.worker;

import coreloom.gil.Primitives;
import coreloom.snapshot.WaitKind;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * A worker's end of a pool: it takes a call out of the one pipe from which all of them take, and gives its result into the one pipe into
 * which all of them give. Used by one thread.
 */
final class CallTaker {
    private final ReadableByteChannel calls;
    private final Primitives.Mutex readers;
    private final Tally taken;
    private final WritableByteChannel results;
    private final Primitives.Mutex writers;
    private final Chores chores;
    private final Message message = new Message();
    private final BlockingCall read = this::read;
    private final BlockingCall write = this::write;

    CallTaker(PoolLinks links, Chores chores) throws IOException {
        this(links.calls(), links.readers(), links.taken(), links.results(), links.writers(), chores);
    }

    /**
     * @param readers held by whoever reads a call
     * @param taken   calls taken, by all workers
     * @param writers held by whoever writes a result
     */
    CallTaker(ReadableByteChannel calls, Primitives.Mutex readers, Tally taken, WritableByteChannel results, Primitives.Mutex writers,
              Chores chores) {
        this.calls = calls;
        this.readers = readers;
        this.taken = taken;
        this.results = results;
        this.writers = writers;
        this.chores = chores;
    }

    /**
     * Waits for a call and takes it.
     *
     * @return false when it is an end
     */
    boolean take(Context context) throws IOException {
        context.blocking(WaitKind.POOL, read);
        if (message.number() == CallQueue.END) {
            return false;
        }
        taken.increment();
        chores.run(chores.costs().take(), context);
        return true;
    }

    /** Work units of the call taken last. */
    long units() {
        return message.amount();
    }

    /** Gives the result of the call taken last. */
    void give(long result, Context context) throws IOException {
        chores.run(chores.costs().give(), context);
        message.set(message.number(), result);
        context.blocking(WaitKind.IO, write);
    }

    private void read() throws IOException {
        readers.lock();
        try {
            message.read(calls);
        } finally {
            readers.unlock();
        }
    }

    private void write() throws IOException {
        writers.lock();
        try {
            message.write(results);
        } finally {
            writers.unlock();
        }
    }
}
