package coreloom.workload.worker;

import coreloom.gil.Ablation;
import coreloom.gil.InterpreterLock;
import coreloom.gil.bytecode.LongOperation;
import coreloom.gil.object.Counting;
import coreloom.gil.object.Thresholds;
import coreloom.workload.variant.ThreadKind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What a worker process is told on its command line.
 *
 * @param page telemetry page, made by the launcher
 * @param pool for a process of a pool
 * @param echo for a lane where somebody asks
 */
record WorkerOptions(Path page, Crew crew, Rule rule, KernelOptions kernel, Optional<PoolOptions> pool, Echo echo) {
    private static final int MOST = 1_000_000_000;

    /**
     * The threads.
     *
     * @param first        number within the lane of the process's first worker
     * @param warmUpMillis how long they warm up, ms
     * @param kind         what each of them is
     * @param seed         of all pseudo-random choices in the lane
     */
    record Crew(int threads, int first, long warmUpMillis, ThreadKind kind, long seed) {
        /** Platform threads, and the seed that a lane has unless given one. */
        Crew(int threads, int first, long warmUpMillis) {
            this(threads, first, warmUpMillis, ThreadKind.PLATFORM, 1);
        }
    }

    /**
     * The discipline.
     *
     * @param switchIntervalMicros of the interpreter lock, µs
     * @param stripes              locks that striped workers share
     * @param interpreterLock      that of sub-interpreters
     * @param without              parts that an experiment leaves out
     */
    record Rule(Discipline.Kind kind, long switchIntervalMicros, int stripes, InterpreterLock interpreterLock, Set<Ablation> without) {
        Rule {
            without = Set.copyOf(without);
        }

        /** With the stripes and the interpreter lock that a lane has unless given others. */
        Rule(Discipline.Kind kind, long switchIntervalMicros) {
            this(kind, switchIntervalMicros, 16, InterpreterLock.OWN, Set.of());
        }
    }

    /**
     * A lane whose kernel answers a process that asks.
     *
     * @param answers where the answering worker listens, for its process
     * @param asks    for the process that asks
     */
    record Echo(Optional<Path> answers, Optional<AskerOptions> asks) {
        static final Echo NONE = new Echo(Optional.empty(), Optional.empty());
    }

    /** For a kernel that does not answer. */
    WorkerOptions(Path page, Crew crew, Rule rule, KernelOptions kernel, Optional<PoolOptions> pool) {
        this(page, crew, rule, kernel, pool, Echo.NONE);
    }

    /** Where the workers' pseudo-random choices come from. */
    Seeds seeds() {
        return new Seeds(crew.seed(), crew.first());
    }

    /** @throws IllegalArgumentException with a sentence when they cannot be meant */
    static WorkerOptions read(String... words) {
        Arguments arguments = new Arguments(words);
        WorkerOptions options = new WorkerOptions(path("--page", arguments.text("page")), crew(arguments), rule(arguments),
                kernel(arguments), pool(arguments), echo(arguments));
        arguments.refuseOthers();
        options.pool().ifPresent(pool -> refuseThreads(options.crew().threads(), pool.part().threads()));
        return options;
    }

    private static void refuseThreads(int given, int needed) {
        if (given != needed) {
            throw new IllegalArgumentException("--threads is '" + given + "', but such a process of a pool has " + needed + ".");
        }
    }

    private static Path path(String option, String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException wrong) {
            throw new IllegalArgumentException(option + " names no file: " + wrong.getMessage(), wrong);
        }
    }

    private static Crew crew(Arguments arguments) {
        return new Crew((int) arguments.number("threads", 1, 4096), (int) arguments.number("first", 0, 1_000_000),
                arguments.number("warm-up-millis", 0, 600_000, 500),
                arguments.has("thread-kind") ? arguments.choice("thread-kind", ThreadKind.class) : ThreadKind.PLATFORM,
                arguments.number("seed", 0, MOST, 1));
    }

    private static Rule rule(Arguments arguments) {
        return new Rule(arguments.choice("discipline", Discipline.Kind.class),
                arguments.number("switch-interval-micros", 1, 60_000_000, 5_000), (int) arguments.number("stripes", 1, 65_536, 16),
                arguments.has("interpreter-lock")
                        ? arguments.word("interpreter-lock", InterpreterLock::named, InterpreterLock.words()) : InterpreterLock.OWN,
                arguments.has("without") ? Ablation.parse(arguments.text("without")) : Set.of());
    }

    private static KernelOptions kernel(Arguments arguments) {
        return new KernelOptions(path("--kernel", arguments.text("kernel")), sizes(arguments), interpreter(arguments));
    }

    private static Optional<PoolOptions> pool(Arguments arguments) {
        long callUnits = arguments.number("pool-call-units", 1, MOST, 4_000);
        if (!arguments.has("role")) {
            return Optional.empty();
        }
        PoolOptions.Part part = arguments.choice("role", PoolOptions.Part.class);
        int workers = (int) arguments.number("pool-workers", 1, 1024);
        return Optional.of(new PoolOptions(part, workers, callUnits, path("--calls", arguments.text("calls")),
                path("--results", arguments.text("results")), path("--shared", arguments.text("shared"))));
    }

    private static Echo echo(Arguments arguments) {
        long periodMicros = arguments.number("request-period-micros", 0, 60_000_000, 0);
        Optional<Path> replies = file(arguments, "replies");
        return new Echo(file(arguments, "answers"), file(arguments, "asks").map(socket -> new AskerOptions(socket, periodMicros, replies)));
    }

    private static Optional<Path> file(Arguments arguments, String name) {
        return arguments.has(name) ? Optional.of(path("--" + name, arguments.text(name))) : Optional.empty();
    }

    private static KernelOptions.Sizes sizes(Arguments arguments) {
        return new KernelOptions.Sizes((int) arguments.number("unit-steps", 1, MOST, 1_000),
                arguments.number("latency-micros", 0, 600_000_000, 2_000), (int) arguments.number("critical-steps", 0, MOST, 60),
                (int) arguments.number("outside-steps", 0, MOST, 600),
                arguments.number("operation-micros", 1, LongOperation.MAX_MICROS, 3_000));
    }

    private static KernelOptions.Interpreted interpreter(Arguments arguments) {
        return new KernelOptions.Interpreted(arguments.number("extension-bytes", 0, MOST, 1 << 20), arguments.number("release-bytes", 0, MOST, 2_048),
                (int) arguments.number("collector-threshold", 1, MOST, Thresholds.PYTHON_3_13.young()),
                arguments.has("counting") ? Optional.of(arguments.choice("counting", Counting.Way.class)) : Optional.empty());
    }
}
