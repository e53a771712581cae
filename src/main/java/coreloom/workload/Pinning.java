package coreloom.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Confines the processes of a lane to some cores: by taskset of util-linux, put in front of their command, so that every thread of theirs is
 * confined from its first instruction on.
 *
 * @param taskset the program; empty where the machine has none
 * @param usable  the cores that we may use ourselves; empty where the system does not tell
 */
record Pinning(Optional<Tool> taskset, Optional<CoreSet> usable) {
    private static final String ALLOWED = "Cpus_allowed_list:";

    /** As it can be done here and now. */
    static Pinning here() {
        return new Pinning(Tool.named("taskset"), usable(Path.of("/proc/thread-self/status")));
    }

    private static Optional<CoreSet> usable(Path status) {
        try {
            return parse(Files.readAllLines(status));
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }

    /** The cores that a thread may run on, from the lines of its {@code status}. */
    static Optional<CoreSet> parse(List<String> status) {
        return status.stream().filter(line -> line.startsWith(ALLOWED)).findFirst()
                .flatMap(line -> CoreSet.parse(line.substring(ALLOWED.length())));
    }

    /** Why processes cannot be confined to those cores, as a clause; empty where they can. */
    Optional<String> obstacle(CoreSet wanted) {
        Optional<CoreSet> foreign = usable.flatMap(wanted::without);
        if (foreign.isPresent()) {
            boolean one = foreign.get().ids().size() == 1;
            return Optional.of(foreign.get().words() + (one ? " is" : " are") + " not usable here; usable " + (usable.get().ids().size() == 1 ? "is " : "are ")
                    + usable.get().list());
        }
        if (taskset.isEmpty()) {
            return Optional.of("taskset is not on the PATH, which confines a lane to cores; it comes with util-linux");
        }
        return Tool.succeeds(command(wanted, "true")) ? Optional.empty()
                : Optional.of(taskset.get().path() + " could not confine a process to " + wanted.words());
    }

    /** What to put in front of a command. */
    List<String> prefix(CoreSet wanted) {
        return command(wanted);
    }

    private List<String> command(CoreSet wanted, String... rest) {
        List<String> line = taskset.orElseThrow().with("-c", wanted.list());
        line.addAll(List.of(rest));
        return line;
    }

    /** Those cores where they are fewer than we may use ourselves; else empty, because then nothing is withheld. */
    List<Integer> cap(CoreSet wanted) {
        boolean all = usable.isPresent() && usable.get().without(wanted).isEmpty();
        return all ? List.of() : wanted.ids();
    }
}
