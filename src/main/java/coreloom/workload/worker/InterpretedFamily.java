package coreloom.workload.worker;

import coreloom.gil.bytecode.Globals;
import coreloom.gil.bytecode.Interpreter;
import coreloom.gil.bytecode.KernelFault;
import coreloom.gil.bytecode.KernelFile;
import coreloom.gil.bytecode.Parameter;
import coreloom.gil.bytecode.Program;
import coreloom.gil.object.Counting;
import coreloom.gil.object.Heap;
import coreloom.gil.object.ObjectThread;
import coreloom.gil.object.Thresholds;
import java.io.IOException;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The workers' kernels where they are interpreted: one program for all of them. Under the interpreter lock they share one heap; elsewhere each
 * has a heap of its own, and only the object {@code shared} belongs to all.
 */
final class InterpretedFamily implements Kernel.Family {
    private final Program program;
    private final KernelOptions options;
    private final Globals globals;
    private final Supplier<Heap> heaps;
    private final IoDevice device;
    /** That of the one thread whose coroutines these are. */
    private ObjectThread door;

    private InterpretedFamily(Program program, KernelOptions options, Counting.Way way, Supplier<Heap> heaps, IoDevice device) {
        this.program = program;
        this.options = options;
        this.globals = new Globals(parameters(options), Heap.shared(way));
        this.heaps = heaps;
        this.device = device;
    }

    /**
     * @throws IllegalArgumentException with a sentence when the kernel's text is wrong, or does not go with the rest
     * @throws IOException when the device cannot be made
     */
    static InterpretedFamily of(WorkerOptions options, LongSupplier clock) throws IOException {
        KernelOptions kernel = options.kernel();
        boolean alone = options.rule().kind().oneAtATime();
        Counting.Way way = kernel.interpreter().counting().orElse(alone ? Counting.Way.PLAIN : Counting.Way.BIASED);
        if (way == Counting.Way.PLAIN && !alone) {
            throw new IllegalArgumentException("--counting plain loses counts without the interpreter lock; choose locked, atomic or biased.");
        }
        Program program = program(kernel);
        IoDevice device = program.usesDevice() ? new IoDevice(options.crew().threads(), kernel.sizes().latencyMicros() * 1_000, clock) : null;
        if (device != null) {
            device.start();
        }
        Thresholds thresholds = new Thresholds(kernel.interpreter().collectorThreshold(), 10, 10);
        Heap common = new Heap(way, thresholds, clock);
        return new InterpretedFamily(program, kernel, way, alone ? () -> common : () -> new Heap(way, thresholds, clock), device);
    }

    private static Program program(KernelOptions options) {
        try {
            return KernelFile.read(options.interpreter().file().orElseThrow());
        } catch (KernelFault wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    private static Map<Parameter, Long> parameters(KernelOptions options) {
        KernelOptions.Sizes sizes = options.sizes();
        return Map.of(Parameter.UNIT_STEPS, (long) sizes.unitSteps(), Parameter.CRITICAL_STEPS, (long) sizes.criticalSteps(),
                Parameter.OUTSIDE_STEPS, (long) sizes.outsideSteps(), Parameter.LATENCY_MICROS, sizes.latencyMicros(),
                Parameter.EXTENSION_BYTES, options.interpreter().extensionBytes());
    }

    /** Whether its units have critical sections of their own. */
    boolean locks() {
        return program.locks();
    }

    /** The same for a coroutine. All coroutines of a process are one thread: they share its door to the objects. */
    AwaitingKernel kernel(int worker, AwaitingKernel.Seat seat) throws IOException {
        AwaitedDevice connection = device == null ? null : new AwaitedDevice(device.connect(worker), seat);
        if (door == null) {
            door = heaps.get().attach();
        }
        return new InterpretedCoroutine(new Interpreter(program, globals, door,
                new LoopSurroundings(seat, connection, new Extension(options.interpreter().releaseBytes()))));
    }

    @Override
    public Kernel kernel(int worker) throws IOException {
        DeviceConnection connection = device == null ? null : device.connect(worker);
        return new InterpretedKernel(context -> new Interpreter(program, globals, heaps.get().attach(),
                new ContextSurroundings(context, connection, new Extension(options.interpreter().releaseBytes()))));
    }
}
