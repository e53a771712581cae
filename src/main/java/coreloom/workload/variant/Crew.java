package coreloom.workload.variant;

import java.util.Objects;

/**
 * The threads of one process of a lane that report on its telemetry page.
 *
 * @param role       what the process is there for
 * @param discipline what its threads must hold while they run
 * @param threads    how many they are, at least 1
 */
public record Crew(Role role, Discipline discipline, int threads) {
    /** What a process of a lane is there for. */
    public enum Role {
        /** Its threads are workers, and do units for as long as they may. */
        WORKERS("workers", true),
        /** Its threads are workers, and do the units of the calls that they take from a pool's queue. */
        POOLED("pooled", true),
        /** It submits a pool's calls and takes their results: a main thread, the manager and the feeder, none of which does units. */
        PARENT("parent", false),
        /** Its one thread asks the worker that answers, and does no units. */
        ASKER("asker", false);

        private final String word;
        private final boolean works;

        Role(String word, boolean works) {
            this.word = word;
            this.works = works;
        }

        /** Its word on the command line of a worker process. */
        public String word() {
            return word;
        }

        /** Whether its threads are workers. */
        public boolean works() {
            return works;
        }
    }

    public Crew {
        Objects.requireNonNull(role);
        Objects.requireNonNull(discipline);
    }

    /** How many workers it has. */
    public int workers() {
        return role.works() ? threads : 0;
    }
}
