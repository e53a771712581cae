package coreloom.workload.worker;

import java.io.IOException;

/** Asks an {@link IoDevice} and waits for its reply. */
final class IoKernel implements Kernel {
    private final DeviceConnection device;
    private int question;
    private long value;

    /** @param start the question that it begins after */
    IoKernel(DeviceConnection device, int start) {
        this.device = device;
        question = start;
    }

    @Override
    public long unit(Context context) throws IOException {
        question++;
        device.send(question, context);
        value = value * 31 + device.receive(context);
        return value;
    }
}
