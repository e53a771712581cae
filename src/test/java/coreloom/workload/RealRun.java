package coreloom.workload;

import coreloom.snapshot.Clock;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ProcessReading;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A conductor of real processes, and a session loop that only steps. */
final class RealRun implements AutoCloseable {
    private static final long LONGEST_PARK_NANOS = 5_000_000;

    private final ForwardClock clock;
    private final Conductor conductor;

    RealRun(WorkerCommand command) {
        this(new ChildStarter(() -> command));
    }

    RealRun(ProcessStarter starter) {
        this(starter, 1);
    }

    private RealRun(ProcessStarter starter, int slowness) {
        clock = new ForwardClock(new SystemClock(), slowness);
        conductor = new Conductor(clock, starter);
    }

    /** A run to whose conductor all takes a twentieth of its time, so that no process is too slow for it on a busy machine. */
    static RealRun patient(ProcessStarter starter) {
        return new RealRun(starter, 20);
    }

    /** The same, of worker processes. */
    static RealRun patient(WorkerCommand command) {
        return patient(new ChildStarter(() -> command));
    }

    /** The system's clock, as many times slower as given, which can be put forward. */
    private static final class ForwardClock implements Clock {
        private final Clock system;
        private final int slowness;
        private final long began;
        private long forward;

        ForwardClock(Clock system, int slowness) {
            this.system = system;
            this.slowness = slowness;
            began = system.nanos();
        }

        @Override
        public long nanos() {
            return began + (system.nanos() - began) / slowness + forward;
        }

        @Override
        public long epochMillis() {
            return system.epochMillis();
        }
    }

    /** Puts the conductor's clock forward: what lasts no longer than that is over. */
    void later(long nanos) {
        clock.forward += nanos;
    }

    /** The stand-in on our own runtime. */
    static WorkerCommand standIn(List<String> prefix) {
        WorkerCommand ours = WorkerCommand.ours();
        return new WorkerCommand(prefix, ours.java(), ours.classPath(), StandInWorker.class.getName());
    }

    Conductor conductor() {
        return conductor;
    }

    void start(String profile) throws Refusal {
        conductor.start(new ProfileReader(2).parse(new ProfileFile(Path.of("profiles", "p.toml")), profile), Overrides.NONE);
    }

    /** Steps when due until it is so; a test's own time limit ends a wait in vain. */
    void stepUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Step step = conductor.step();
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("in vain: " + conductor.lanes());
            }
            if (step.nextNanos() == Step.NEVER && !condition.getAsBoolean()) {
                throw new AssertionError("the run has ended: " + conductor.lanes());
            }
            LockSupport.parkNanos(Math.min(LONGEST_PARK_NANOS, Math.max(0, step.nextNanos() - clock.nanos())));
        }
    }

    /** Until the newest lane is in that phase. */
    void stepUntil(Phase phase) {
        stepUntil(() -> !conductor.lanes().isEmpty() && conductor.lanes().get(conductor.lanes().size() - 1).phase() == phase);
    }

    List<ProcessReading> processes() {
        return conductor.lanes().get(0).processes();
    }

    List<ProcessHandle> handles() {
        return processes().stream().flatMap(process -> ProcessHandle.of(process.pid()).stream()).toList();
    }

    @Override
    public void close() {
        conductor.close();
    }
}
