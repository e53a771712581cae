package coreloom.workload.worker;

import coreloom.gil.bytecode.Surroundings;
import java.io.IOException;

/** The interpreter's door to a worker: its discipline, its device, and the extension. */
final class ContextSurroundings implements Surroundings {
    private final Context context;
    private final DeviceConnection device;
    private final Answering answering;
    private final Extension extension;
    private final Sleep sleep;

    /**
     * @param device    null for a kernel that does not use it
     * @param answering null for a worker that does not answer
     */
    ContextSurroundings(Context context, DeviceConnection device, Answering answering, Extension extension) {
        this.context = context;
        this.device = device;
        this.answering = answering;
        this.extension = extension;
        this.sleep = new Sleep(context);
    }

    @Override
    public void safePoint() {
        context.safePoint();
    }

    @Override
    public void acquire() {
        context.lock();
    }

    @Override
    public void release() {
        context.unlock();
    }

    @Override
    public void send(long question) throws IOException {
        device.send((int) question, context);
    }

    @Override
    public long receive() throws IOException {
        return device.receive(context);
    }

    @Override
    public void sleep(long micros) throws IOException {
        sleep.sleep(micros);
    }

    @Override
    public long recv() throws IOException {
        return connection().receive(context);
    }

    @Override
    public void sendall(long value) throws IOException {
        connection().reply(value, context);
    }

    private Answering connection() throws IOException {
        if (answering == null) {
            throw new IOException("only worker 0 of a lane has a connection");
        }
        return answering;
    }

    @Override
    public void withinOperation() {
        context.withinOperation();
    }

    @Override
    public long digest(long value, long bytes) throws IOException {
        return extension.digest(value, bytes, context);
    }
}
