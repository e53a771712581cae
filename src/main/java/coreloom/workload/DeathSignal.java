package coreloom.workload;

import java.util.List;
import java.util.Optional;

/**
 * The command that makes a process end with the thread that started it: setpriv of util-linux, by the kernel's parent-death signal.
 * Where it is missing, a worker still ends when its standard input does.
 */
final class DeathSignal {
    private static final List<String> PREFIX = find();

    private DeathSignal() {}

    /** What to put in front of a command; empty where the system does not offer it. Tried out once. */
    static List<String> prefix() {
        return PREFIX;
    }

    private static List<String> find() {
        Optional<Tool> setpriv = Tool.named("setpriv");
        return setpriv.isPresent() && works(setpriv.get()) ? setpriv.get().with("--pdeathsig", "KILL") : List.of();
    }

    /** Small systems have a setpriv that does not know the option. */
    private static boolean works(Tool setpriv) {
        return Tool.succeeds(setpriv.with("--pdeathsig", "KILL", setpriv.path().toString(), "--version"));
    }
}
