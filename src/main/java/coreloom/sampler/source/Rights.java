package coreloom.sampler.source;

import java.util.Optional;

/**
 * Whether the kernel lets us look into other processes: the check that ptrace(2) calls PTRACE_MODE_ATTACH, which guards {@code syscall} and
 * {@code mem} in {@code /proc/PID}.
 *
 * @param root     we run with the capability that passes the check for every process
 * @param scope    the restriction of the Yama module: 0 none, 1 descendants only, 2 administrators only, 3 nobody
 */
record Rights(boolean root, int scope) {
    private static final int CAP_SYS_PTRACE = 19;
    private static final String SCOPE = "proc/sys/kernel/yama/ptrace_scope";

    static Rights of(Place place) {
        Optional<String> capabilities = place.sight("proc/self/status").value("CapEff");
        boolean root = capabilities.map(Rights::mayTrace).orElse(false);
        int scope = place.sight(SCOPE).text().filter(text -> text.matches("[0-3]")).map(Integer::parseInt).orElse(0);
        return new Rights(root, scope);
    }

    private static boolean mayTrace(String hex) {
        return hex.matches("[0-9a-fA-F]{1,16}") && (Long.parseUnsignedLong(hex, 16) >>> CAP_SYS_PTRACE & 1) == 1;
    }

    /** Which processes we may look into, as the end of a sentence. */
    String reach() {
        if (scope == 3) {
            return "of no process (ptrace_scope is 3)";
        }
        if (root) {
            return "of every process";
        }
        return switch (scope) {
            case 1 -> "of processes that we started (ptrace_scope is 1)";
            case 2 -> "of no process (ptrace_scope is 2, and we are not root)";
            default -> "of your own processes";
        };
    }

    boolean every() {
        return root && scope < 3;
    }

    boolean none() {
        return scope == 3 || scope == 2 && !root;
    }

    /** The command that would allow more. */
    String remedy() {
        if (scope == 3) {
            return "ptrace_scope 3 holds until the next boot: boot with sysctl kernel.yama.ptrace_scope below 3";
        }
        return scope == 0 ? "sudo coreloom …, for programs of other users" : "sudo sysctl kernel.yama.ptrace_scope=0, or sudo coreloom …";
    }
}
