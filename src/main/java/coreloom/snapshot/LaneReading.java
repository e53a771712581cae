package coreloom.snapshot;

import java.util.List;
import java.util.Objects;

/**
 * One lane as it stood at the instant of a snapshot.
 *
 * @param id              number of the lane within the session; a fresh run of the same lane has a new one
 * @param name            name in the profile, unique within it
 * @param variant         how it executes: threads, processes, gil, …; {@code attached} for a watched program
 * @param workers         wanted number of workers
 * @param phase           where it is in its life
 * @param phaseSinceNanos monotonic time at which the phase began
 * @param plannedNanos    how long the measured phase is to last; 0 means until stopped
 * @param processes       its processes, in worker order; those that ended stay, with their exit code. Processes that a program of the user's
 *                        has started itself follow, as long as they live
 * @param trouble         one sentence when something went wrong, else empty
 * @param cores           ids of the cores that its processes are confined to, ascending; empty where none is withheld from them
 * @param note            sentences on how it runs that are no trouble, such as which interpreter was found or why a figure cannot be had; may be empty
 */
public record LaneReading(int id, String name, String variant, int workers, Phase phase, long phaseSinceNanos,
                          long plannedNanos, List<ProcessReading> processes, String trouble, List<Integer> cores,
                          String note) {
    /** Variant of a lane that is a program of the user's, or real CPython. */
    public static final String COMMAND = "command";

    public LaneReading {
        Objects.requireNonNull(name);
        Objects.requireNonNull(variant);
        Objects.requireNonNull(phase);
        Objects.requireNonNull(trouble);
        Objects.requireNonNull(note);
        processes = List.copyOf(processes);
        cores = List.copyOf(cores);
    }

    /** How many of that many usable cores it may use. */
    public int usableOf(int usableCores) {
        return cores.isEmpty() ? usableCores : Math.min(usableCores, cores.size());
    }

    /** A lane from which no core is withheld and of which there is nothing to note. */
    public LaneReading(int id, String name, String variant, int workers, Phase phase, long phaseSinceNanos, long plannedNanos,
                       List<ProcessReading> processes, String trouble) {
        this(id, name, variant, workers, phase, phaseSinceNanos, plannedNanos, processes, trouble, List.of(), "");
    }

    /** Whether it is a program that does not tell what its threads wait for: then they are looked at. */
    public boolean looked() {
        return workers == 0 || variant.equals(COMMAND);
    }

    /** Whether nothing of it could run on this machine, for the reason that its note says: it was never measured, and nothing went wrong. */
    public boolean notAvailable() {
        return phase == Phase.ENDED && processes.isEmpty() && trouble.isEmpty() && !note.isEmpty();
    }
}
