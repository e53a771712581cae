package coreloom.workload.worker;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * What a worker process is told on its command line.
 *
 * @param page   telemetry page, made by the launcher
 */
record WorkerOptions(Path page, Crew crew, Rule rule, KernelOptions kernel) {
    /**
     * The threads.
     *
     * @param first        number within the lane of the process's first worker
     * @param warmUpMillis how long they warm up, ms
     */
    record Crew(int threads, int first, long warmUpMillis) {}

    /**
     * The discipline.
     *
     * @param switchIntervalMicros of the interpreter lock, µs
     */
    record Rule(Discipline.Kind kind, long switchIntervalMicros) {}

    /** @throws IllegalArgumentException with a sentence when they cannot be meant */
    static WorkerOptions read(String... words) {
        Arguments arguments = new Arguments(words);
        WorkerOptions options = new WorkerOptions(page(arguments.text("page")), crew(arguments), rule(arguments), kernel(arguments));
        arguments.refuseOthers();
        return options;
    }

    private static Path page(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException wrong) {
            throw new IllegalArgumentException("--page names no file: " + wrong.getMessage(), wrong);
        }
    }

    private static Crew crew(Arguments arguments) {
        return new Crew((int) arguments.number("threads", 1, 1024), (int) arguments.number("first", 0, 1_000_000),
                arguments.number("warm-up-millis", 0, 600_000, 500));
    }

    private static Rule rule(Arguments arguments) {
        return new Rule(arguments.choice("discipline", Discipline.Kind.class),
                arguments.number("switch-interval-micros", 1, 60_000_000, 5_000));
    }

    private static KernelOptions kernel(Arguments arguments) {
        int most = 1_000_000_000;
        return new KernelOptions(arguments.choice("kernel", Kernel.Kind.class), (int) arguments.number("unit-steps", 1, most, 2_500),
                arguments.number("latency-micros", 0, 600_000_000, 2_000), (int) arguments.number("critical-steps", 0, most, 250),
                (int) arguments.number("outside-steps", 0, most, 2_500));
    }
}
