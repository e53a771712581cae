package coreloom.workload.worker;

import coreloom.gil.bytecode.Program;
import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * Whom the workers of a process talk to.
 *
 * @param device    answers their questions; null for a kernel that asks none
 * @param answering the answering worker's connection; null where no worker of the process answers
 */
record Partners(IoDevice device, Answering answering) {
    /** Makes those that the kernel needs. */
    static Partners of(Program program, WorkerOptions options, LongSupplier clock) throws IOException {
        IoDevice device = program.usesDevice()
                ? new IoDevice(options.crew().threads(), options.kernel().sizes().latencyMicros() * 1_000, clock) : null;
        if (device != null) {
            device.start();
        }
        return new Partners(device, program.answers() && options.crew().first() == 0 ? answering(options) : null);
    }

    private static Answering answering(WorkerOptions options) throws IOException {
        return new Answering(options.echo().answers().orElseThrow(() -> new IllegalArgumentException(
                "--answers is missing, which a kernel needs that answers a process that asks.")));
    }

    /** That worker's connection to the device; null where there is none. */
    DeviceConnection device(int worker) throws IOException {
        return device == null ? null : device.connect(worker);
    }

    /** That worker's connection to whoever asks; null where it does not answer. */
    Answering answering(int worker) {
        return worker == 0 ? answering : null;
    }
}
