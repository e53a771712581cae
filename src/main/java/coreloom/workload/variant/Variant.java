package coreloom.workload.variant;

import java.util.List;
import java.util.Optional;

/**
 * How a lane spreads its workers over processes, and what they share. Every variant runs the same kernels, so that lanes compare like with
 * like.
 */
public interface Variant {
    /** Its name in profiles and on screen. */
    String name();

    /**
     * How many workers each process that has workers runs.
     *
     * @param workers of the whole lane, at least 1
     * @return one number for each process, in worker order; together {@code workers}
     */
    List<Integer> threadsOfProcesses(int workers);

    /** What the workers of one process must hold while they work. */
    Discipline discipline();

    /** What its workers are. */
    default ThreadKind threadKind() {
        return ThreadKind.PLATFORM;
    }

    /** Why the Java that runs this program, and its workers, cannot run it, as a clause; empty where it can. */
    default Optional<String> obstacle() {
        return Optional.empty();
    }

    /**
     * The processes of the lane.
     *
     * @param workers of the whole lane, at least 1
     * @return one crew for each process, those with workers first, in worker order
     */
    default List<Crew> crews(int workers) {
        return threadsOfProcesses(workers).stream().map(threads -> new Crew(Crew.Role.WORKERS, discipline(), threads)).toList();
    }

    /** Whether the lane is over as soon as one of its processes ends by itself, because the others wait for it. */
    default boolean breaksWithOne() {
        return false;
    }

    /** What it is, in one sentence. */
    String sentence();
}
