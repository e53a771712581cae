package coreloom.workload.worker;

import coreloom.gil.bytecode.Surroundings;
import java.io.IOException;

/** The interpreter's door to a worker: its discipline, its device, and the extension. */
final class ContextSurroundings implements Surroundings {
    private final Context context;
    private final DeviceConnection device;
    private final Extension extension;
    private final Sleep sleep;

    /** @param device null for a kernel that does not use it */
    ContextSurroundings(Context context, DeviceConnection device, Extension extension) {
        this.context = context;
        this.device = device;
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
    public long digest(long value, long bytes) throws IOException {
        return extension.digest(value, bytes, context);
    }
}
