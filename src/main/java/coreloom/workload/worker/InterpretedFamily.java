package coreloom.workload.worker;

import coreloom.gil.bytecode.Globals;
import coreloom.gil.bytecode.Interpreter;
import coreloom.gil.bytecode.KernelFault;
import coreloom.gil.bytecode.KernelFile;
import coreloom.gil.bytecode.LongOperation;
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
 * The workers' kernels: one program for all of them. Under the interpreter lock, and in an interpreter made to do without, they share one heap;
 * elsewhere each has a heap of its own, and only the object {@code shared} belongs to all. Sub-interpreters do not share even that.
 */
final class InterpretedFamily implements Kernel.Family {
    /** The first unit's value is as small as what kernels return: their sums must not outgrow 64 bits. */
    private static final long START_BITS = 0xFFFF;

    private final Program program;
    private final KernelOptions options;
    private final Seeds seeds;
    private final Objects objects;
    private final Partners partners;
    /** That of the one thread whose coroutines these are, and which of them collects when it does. */
    private ObjectThread door;
    private final TurnPauses turn = new TurnPauses();

    /**
     * What objects workers find; each is asked for once a worker.
     *
     * @param globals what a kernel's globals are
     * @param heaps   where it makes objects
     */
    private record Objects(Supplier<Globals> globals, Supplier<Heap> heaps) {}

    private InterpretedFamily(Program program, WorkerOptions options, Objects objects, Partners partners) {
        this.program = program;
        this.options = options.kernel();
        this.seeds = options.seeds();
        this.objects = objects;
        this.partners = partners;
    }

    /**
     * @throws IllegalArgumentException with a sentence when the kernel's text is wrong, or does not go with the rest
     * @throws IOException when the device cannot be made
     */
    static InterpretedFamily of(WorkerOptions options, LongSupplier clock) throws IOException {
        KernelOptions kernel = options.kernel();
        boolean guarded = options.rule().kind().guardsObjects();
        Counting.Way way = kernel.interpreter().counting().orElse(guarded ? Counting.Way.PLAIN : Counting.Way.BIASED);
        if (way == Counting.Way.PLAIN && !guarded) {
            throw new IllegalArgumentException("--counting plain loses counts without the interpreter lock; choose locked, atomic or biased.");
        }
        Program program = program(kernel);
        Map<Parameter, Long> parameters = parameters(program, kernel, clock);
        return new InterpretedFamily(program, options, objects(options, parameters, way, clock), Partners.of(program, options, clock));
    }

    private static Objects objects(WorkerOptions options, Map<Parameter, Long> parameters, Counting.Way way, LongSupplier clock) {
        Thresholds thresholds = new Thresholds(options.kernel().interpreter().collectorThreshold(), 10, 10);
        Supplier<Heap> own = () -> new Heap(way, thresholds, clock);
        if (options.rule().kind() == Discipline.Kind.SUBINTERPRETERS) {
            return new Objects(() -> new Globals(parameters, Heap.shared(way)), own);
        }
        Globals globals = new Globals(parameters, Heap.shared(way));
        Heap common = options.rule().kind() == Discipline.Kind.FREE_THREADED ? Heap.unguarded(way, thresholds.young(), clock) : own.get();
        return new Objects(() -> globals, options.rule().kind().sharesHeap() ? () -> common : own);
    }

    private static Program program(KernelOptions options) {
        try {
            return KernelFile.read(options.file());
        } catch (KernelFault wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    private static Map<Parameter, Long> parameters(Program program, KernelOptions options, LongSupplier clock) {
        KernelOptions.Sizes sizes = options.sizes();
        long operationSteps = program.usesOperation() ? LongOperation.steps(sizes.operationMicros(), clock) : 0;
        return Map.of(Parameter.OPERATION_STEPS, operationSteps, Parameter.UNIT_STEPS, (long) sizes.unitSteps(), Parameter.CRITICAL_STEPS, (long) sizes.criticalSteps(),
                Parameter.OUTSIDE_STEPS, (long) sizes.outsideSteps(), Parameter.LATENCY_MICROS, sizes.latencyMicros(),
                Parameter.EXTENSION_BYTES, options.interpreter().extensionBytes());
    }

    /** Whether its units have critical sections of their own. */
    boolean locks() {
        return program.locks();
    }

    /** The same for a coroutine. All coroutines of a process are one thread: they share its door to the objects. */
    AwaitingKernel kernel(int worker, AwaitingKernel.Seat seat) throws IOException {
        DeviceConnection connection = partners.device(worker);
        AwaitedDevice device = connection == null ? null : new AwaitedDevice(connection, seat);
        AwaitedAnswering answering = partners.answering(worker) == null ? null : new AwaitedAnswering(partners.answering(worker), seat);
        if (door == null) {
            door = objects.heaps().get().attach(turn);
        }
        return new InterpretedCoroutine(new Interpreter(program, globals(worker), door,
                new LoopSurroundings(seat, device, answering, new Extension(options.interpreter().releaseBytes()))),
                () -> turn.of(seat.context()), seeds.start(worker) & START_BITS);
    }

    @Override
    public Kernel kernel(int worker) throws IOException {
        DeviceConnection device = partners.device(worker);
        return new InterpretedKernel(context -> new Interpreter(program, globals(worker),
                objects.heaps().get().attach(context.pauses()), new ContextSurroundings(context, device, partners.answering(worker),
                new Extension(options.interpreter().releaseBytes()))), seeds.start(worker) & START_BITS);
    }

    private Globals globals(int worker) {
        return objects.globals().get().of((long) seeds.first() + worker);
    }
}
