package coreloom.workload.worker;

import coreloom.gil.loop.Coroutine;
import coreloom.snapshot.WaitKind;
import java.io.IOException;
import java.nio.channels.SelectionKey;

/** A coroutine's connection to an {@link IoDevice}: the reply is tried first, as {@code loop.sock_recv} does, and awaited if it is not there. */
final class AwaitedDevice {
    private final DeviceConnection connection;
    private final Coroutine coroutine;
    private final SelectionKey key;

    AwaitedDevice(DeviceConnection connection, AwaitingKernel.Seat seat) throws IOException {
        this.connection = connection;
        this.coroutine = seat.coroutine();
        this.key = seat.selection().register(connection.replies(), this::readable);
    }

    /** Sends a question. That never blocks: a connection has one question under way, and the pipe has room for one of each. */
    void send(int question) throws IOException {
        connection.post(question);
    }

    /** Whether the reply has come; if not, the coroutine awaits it and is to ask again. */
    boolean replied() throws IOException {
        if (connection.poll()) {
            return true;
        }
        coroutine.await(WaitKind.IO);
        PipeSelection.watch(key);
        return false;
    }

    /** The reply that has come. */
    byte reply() {
        return connection.reply();
    }

    /** The device knows when it replied, also if the loop was too busy to look. */
    private void readable() {
        coroutine.completed(connection.repliedNanos());
    }
}
