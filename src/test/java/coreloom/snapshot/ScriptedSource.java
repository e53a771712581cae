package coreloom.snapshot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A source that plays a script: a few cores, threads, lanes and workers over time, the same on every run and every machine.
 *
 * <pre>{@code
 * ScriptedSource source = ScriptedSource.cores(2).lasting(30)
 *         .at(0, machine -> machine.core(0).busy(0.95))
 *         .at(0, machine -> machine.thread(100, 101, "worker-0").onCpu(0.9).runDelay(0.05).state('R').lastOn(0))
 *         .at(10, machine -> machine.core(1).offline())
 *         .at(20, machine -> machine.thread(101).ends());
 * }</pre>
 *
 * A change at {@code n} is seen in snapshot {@code n}; the shares and rates it sets hold from there until changed, so that they first count
 * in snapshot {@code n + 1}. The snapshots are a second apart unless {@link #every} says otherwise.
 */
public final class ScriptedSource implements SnapshotSource {
    private final List<Change> changes = new ArrayList<>();
    private final ScriptedMachine machine;
    private long count = 10;
    private long periodNanos = Duration.ofSeconds(1).toNanos();
    private long next;

    private record Change(long at, Consumer<ScriptedMachine> change) {}

    private ScriptedSource(int cores) {
        machine = new ScriptedMachine(cores);
    }

    /** A machine with that many cores, all idle, two to a physical core, and nothing running. */
    public static ScriptedSource cores(int count) {
        return new ScriptedSource(count);
    }

    /** Ends after that many snapshots; 10 unless said. */
    public ScriptedSource lasting(int snapshots) {
        count = snapshots;
        return this;
    }

    /** Time between two snapshots; one second unless said. */
    public ScriptedSource every(Duration period) {
        periodNanos = period.toNanos();
        return this;
    }

    /** Does that at the instant of snapshot {@code number}, counted from 0. Changes of one instant are done in the order given. */
    public ScriptedSource at(int number, Consumer<ScriptedMachine> change) {
        changes.add(new Change(number, change));
        return this;
    }

    /** Reads the next snapshot into a new object; fails when the script is over. */
    public Snapshot next() {
        Snapshot snapshot = new Snapshot();
        if (!read(snapshot)) {
            throw new IllegalStateException("the script is over after " + count + " snapshots");
        }
        return snapshot;
    }

    /** All snapshots from here to the end, each an object of its own. */
    public List<Snapshot> all() {
        List<Snapshot> all = new ArrayList<>();
        while (next < count) {
            all.add(next());
        }
        return all;
    }

    @Override
    public Host host() {
        return machine.host();
    }

    @Override
    public long untilNextNanos(long wantedNanos) {
        return next == 0 ? 0 : periodNanos;
    }

    @Override
    public boolean read(Snapshot into) {
        if (next == count) {
            return false;
        }
        if (next > 0) {
            machine.pass(periodNanos);
        }
        for (Change change : changes) {
            if (change.at == next) {
                change.change.accept(machine);
            }
        }
        machine.fill(into, next++);
        return true;
    }

    @Override
    public void close() {
        next = count;
    }
}
