package coreloom.workload.worker;

import coreloom.gil.Primitives;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ByteChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One process's ends of what a pool shares. The system ends what a dead process held: its pipe ends close, its locks open.
 *
 * <pre>
 *   shared page, 8 bytes     0 long, calls taken so far
 *   locks on it              byte 0 whoever reads calls     byte 1 whoever writes results
 * </pre>
 */
final class PoolLinks {
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final PoolOptions options;
    private final FileChannel shared;

    PoolLinks(PoolOptions options) throws IOException {
        this.options = options;
        this.shared = open(options.shared());
    }

    /** Open for both, because a named pipe that is open for one makes whoever opens it wait for the other. */
    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** An end of the pipe of calls. Reading keeps others from writing to the same end, so each thread opens its own. */
    ByteChannel calls() throws IOException {
        return open(options.calls());
    }

    /** An end of the pipe of results; as with {@link #calls}. */
    ByteChannel results() throws IOException {
        return open(options.results());
    }

    /** Held by the one process that reads a call. */
    Primitives.Mutex readers() {
        return new FileMutex(shared, 0);
    }

    /** Held by the one pool process that writes a result. */
    Primitives.Mutex writers() {
        return new FileMutex(shared, 1);
    }

    /** Calls taken so far. */
    Tally taken() throws IOException {
        return new MappedTally(shared.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES));
    }

    /** A lock between processes: of one byte of a file. Used by one thread of each. */
    private static final class FileMutex implements Primitives.Mutex {
        private final FileChannel file;
        private final int at;
        private FileLock held;

        FileMutex(FileChannel file, int at) {
            this.file = file;
            this.at = at;
        }

        @Override
        public void lock() {
            try {
                held = file.lock(at, 1, false);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void unlock() {
            try {
                held.release();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private record MappedTally(ByteBuffer page) implements Tally {
        @Override
        public void increment() {
            long before = (long) LONG.getAndAdd(page, 0, 1L);
            assert before >= 0;
        }

        @Override
        public long value() {
            return (long) LONG.getVolatile(page, 0);
        }
    }
}
