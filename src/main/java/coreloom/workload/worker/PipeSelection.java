package coreloom.workload.worker;

import coreloom.gil.loop.EventLoop;
import coreloom.gil.loop.EventLoop.Callback;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Where an event loop waits: for pipes to become readable, a timer, or to be woken. Time is rounded up to whole ms, as asyncio on Linux does
 * ({@code EpollSelector.select}): a sleep overshoots by up to one.
 */
final class PipeSelection implements EventLoop.Selection {
    private final Selector selector;
    private final Consumer<SelectionKey> found = this::found;
    private EventLoop loop;

    PipeSelection() throws IOException {
        selector = Selector.open();
    }

    /** What is to be called each time this channel is watched and has become readable. */
    SelectionKey register(SelectableChannel channel, Callback callback) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, 0, callback);
    }

    /** Watches a registered channel until it is readable, once. */
    static void watch(SelectionKey key) {
        key.interestOps(SelectionKey.OP_READ);
    }

    @Override
    public void select(long nanos, EventLoop asking) throws IOException {
        loop = asking;
        if (nanos == 0) {
            selector.selectNow(found);
        } else {
            selector.select(found, nanos == EventLoop.NO_LIMIT ? 0 : wholeMillis(nanos));
        }
    }

    static long wholeMillis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos + TimeUnit.MILLISECONDS.toNanos(1) - 1);
    }

    private void found(SelectionKey key) {
        key.interestOps(0);
        loop.callSoon((Callback) key.attachment());
    }

    /** Ends the select that is under way, or the next one. May be called by any thread. */
    void wakeUp() {
        selector.wakeup();
    }
}
