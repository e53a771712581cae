package coreloom.workload.worker;

import coreloom.telemetry.WorkerPage;
import coreloom.telemetry.WorkerSlot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * The process of a lane that asks its answering worker: one thread, which does no units. It begins as soon as somebody listens, and keeps to its
 * period from the first order on. When nobody answers any more it stays until told to stop: why that is so is the lane's business.
 */
final class AskerProcess {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long END_SECONDS = 1;

    private final AskerOptions options;
    private final LongSupplier clock;
    private final Gate gate;
    private final IntConsumer halt;
    private final CountDownLatch unanswered = new CountDownLatch(1);

    private AskerProcess(AskerOptions options, LongSupplier clock, Gate gate, IntConsumer halt) {
        this.options = options;
        this.clock = clock;
        this.gate = gate;
        this.halt = halt;
    }

    /**
     * Starts its thread.
     *
     * @param halt ends the process with that exit code
     */
    static Gate start(AskerOptions asker, WorkerOptions options, LongSupplier clock, IntConsumer halt) throws IOException {
        WorkerPage page = new WorkerPage(options.page(), 1, ProcessHandle.current().pid());
        Gate gate = new Gate(page, 1);
        AskerProcess process = new AskerProcess(asker, clock, gate, halt);
        new Thread(() -> process.run(page.slot(0)), "asker").start();
        return gate;
    }

    private void run(WorkerSlot slot) {
        slot.owner(KernelThread.id(Path.of("/proc")));
        try (SocketChannel answering = connect(options.socket(), clock)) {
            Asker asker = new Asker(answering, options, slot, clock, () -> gate.open(0));
            gate.whenStopped(() -> end(asker));
            gate.warm();
            asker.ask();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        unanswered.countDown();
    }

    /**
     * The end, when nobody answers any more, on the thread that reads orders: the Java runtime ends a third of a second later where a thread is
     * within a read. Should somebody go on answering, the launcher will know what to do.
     */
    private void end(Asker asker) {
        asker.hurry();
        try {
            if (unanswered.await(END_SECONDS, TimeUnit.SECONDS)) {
                gate.leave();
                halt.accept(WorkerMain.DONE);
            }
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException("the thread that reads orders was interrupted", unexpected);
        }
    }

    /** Connects as soon as somebody listens there. */
    static SocketChannel connect(Path socket, LongSupplier clock) throws IOException {
        long began = clock.getAsLong();
        while (clock.getAsLong() - began < PATIENCE_NANOS) {
            if (Files.exists(socket)) {
                SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                try {
                    channel.connect(UnixDomainSocketAddress.of(socket));
                    return channel;
                } catch (IOException tooEarly) {
                    channel.close();
                }
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        throw new IOException("nobody answers at " + socket);
    }
}
