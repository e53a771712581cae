package coreloom.workload.worker;

import java.io.IOException;

/** {@link IoKernel} as a coroutine: awaits the reply. */
final class AwaitingIoKernel implements AwaitingKernel {
    private final AwaitedDevice device;
    private boolean asked;
    private int question;
    private long value;

    /** @param start the question that it begins after */
    AwaitingIoKernel(AwaitedDevice device, int start) {
        this.device = device;
        question = start;
    }

    @Override
    public boolean advance() throws IOException {
        if (!asked) {
            question++;
            device.send(question);
            asked = true;
        }
        if (!device.replied()) {
            return false;
        }
        asked = false;
        value = value * 31 + device.reply();
        return true;
    }

    @Override
    public long value() {
        return value;
    }
}
