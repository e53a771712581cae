package coreloom.workload.worker;

import coreloom.gil.bytecode.Surroundings;
import java.io.IOException;

/**
 * The interpreter's door to a coroutine: what blocks elsewhere awaits here. An extension has the thread, and with it the loop, for as long as it
 * takes.
 */
final class LoopSurroundings implements Surroundings {
    private final AwaitingKernel.Seat seat;
    private final AwaitedDevice device;
    private final AwaitedAnswering answering;
    private final Extension extension;
    private boolean awaits;
    private boolean slept;

    /**
     * @param device    null for a kernel that does not use it
     * @param answering null for a worker that does not answer
     */
    LoopSurroundings(AwaitingKernel.Seat seat, AwaitedDevice device, AwaitedAnswering answering, Extension extension) {
        this.seat = seat;
        this.device = device;
        this.answering = answering;
        this.extension = extension;
    }

    @Override
    public boolean awaits() {
        return awaits;
    }

    @Override
    public void safePoint() {}

    @Override
    public void acquire() {
        awaits = !seat.lock().acquire(seat.coroutine());
    }

    @Override
    public void release() {
        seat.lock().release();
    }

    @Override
    public void send(long question) throws IOException {
        device.send((int) question);
        awaits = false;
    }

    @Override
    public long receive() throws IOException {
        awaits = !device.replied();
        return awaits ? 0 : device.reply();
    }

    /** Called anew when the time is over. */
    @Override
    public void sleep(long micros) {
        awaits = !slept;
        slept = awaits;
        if (awaits) {
            seat.coroutine().sleep(micros);
        }
    }

    @Override
    public long recv() throws IOException {
        int request = connection().receive();
        awaits = request < 0;
        return request;
    }

    @Override
    public void sendall(long value) throws IOException {
        connection().reply(value);
        awaits = false;
    }

    private AwaitedAnswering connection() throws IOException {
        if (answering == null) {
            throw new IOException("only worker 0 of a lane has a connection");
        }
        return answering;
    }

    @Override
    public long digest(long value, long bytes) throws IOException {
        return extension.digest(value, bytes, seat.context());
    }
}
