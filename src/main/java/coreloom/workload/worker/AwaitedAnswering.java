package coreloom.workload.worker;

import coreloom.snapshot.WaitKind;
import java.io.IOException;
import java.nio.channels.SelectionKey;

/** A coroutine's {@link Answering}: the request is tried first, as {@code loop.sock_recv} does, and awaited if it is not there. */
final class AwaitedAnswering {
    private final Answering answering;
    private final AwaitingKernel.Seat seat;
    private SelectionKey key;

    AwaitedAnswering(Answering answering, AwaitingKernel.Seat seat) {
        this.answering = answering;
        this.seat = seat;
    }

    /** The byte of the next request; -1 where the coroutine awaits it and is to ask again. */
    int receive() throws IOException {
        if (key == null) {
            key = seat.selection().register(answering.connection(), () -> seat.coroutine().completed(seat.context().nanos()));
        }
        int request = answering.poll();
        if (request < 0) {
            seat.coroutine().await(WaitKind.IO);
            PipeSelection.watch(key);
        }
        return request;
    }

    /** Sends a reply. That never blocks: the connection has one request under way. */
    void reply(long value) throws IOException {
        answering.post(value);
    }
}
