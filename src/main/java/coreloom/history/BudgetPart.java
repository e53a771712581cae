package coreloom.history;

import coreloom.snapshot.WaitKind;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the time of a core that a lane may use can go. The order is the order of blame: what the cores did comes first, as measured; then their idle
 * time is filled by one reason after the other, each as far as it reaches, and what is left is for want of threads.
 */
public enum BudgetPart {
    /** Threads of the lane were on the cores. */
    ON_CPU("on-CPU"),
    /** Programs that are not of the lane were on them, or threads of it that came and went where the CPU time of their process is not known. */
    OTHERS("other programs"),
    /** The hypervisor ran somebody else. */
    STEAL("steal"),
    /** A cgroup had used up its quota. */
    THROTTLED("quota throttled"),
    /** A thread was ready, and its affinity denies it the core. */
    AFFINITY("affinity-capped"),
    /** A thread was ready, and might have used the core. */
    RUN_QUEUE("run queue"),
    INTERPRETER_LOCK(WaitKind.INTERPRETER_LOCK),
    LOCK(WaitKind.LOCK),
    COLLECTOR(WaitKind.COLLECTOR),
    EVENT_LOOP(WaitKind.EVENT_LOOP),
    POOL(WaitKind.POOL),
    DISK(WaitKind.DISK),
    IO(WaitKind.IO),
    SLEEP(WaitKind.SLEEP),
    CHILD(WaitKind.CHILD),
    /** Blocked, and for none of the reasons that have a name. */
    OTHER("other wait", WaitKind.OTHER),
    /** Not attributable: threads were blocked, and nobody looked what for. */
    UNSEEN("unknown: wait not seen"),
    /** Not attributable: whether threads were ready or blocked is not told here. */
    UNTOLD("unknown: no run delay"),
    /** Not attributable: threads that came or went were there for a part of the time. */
    PASSING("unknown: came or went"),
    /** Not attributable: no thread of it could be seen. */
    NO_THREADS("unknown: no thread"),
    /** Every thread was accounted for, and cores were left. */
    TOO_FEW_THREADS("too few threads");

    /** Number of parts. */
    public static final int COUNT = values().length;

    private static final BudgetPart[] ALL = values();
    private static final BudgetPart[] BY_WAIT = byWait();

    private final String words;
    private final Optional<WaitKind> waitKind;

    BudgetPart(String words) {
        this.words = words;
        waitKind = Optional.empty();
    }

    BudgetPart(WaitKind kind) {
        this(kind.words(), kind);
    }

    BudgetPart(String words, WaitKind kind) {
        this.words = words;
        waitKind = Optional.of(kind);
    }

    private static BudgetPart[] byWait() {
        BudgetPart[] parts = new BudgetPart[WaitKind.COUNT];
        for (BudgetPart part : ALL) {
            part.waitKind.ifPresent(kind -> parts[kind.ordinal()] = part);
        }
        return parts;
    }

    /** The glossary's words for it. */
    public String words() {
        return words;
    }

    /** Its name in JSON: {@code on-cpu}, {@code interpreter-lock}, … */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The wait that it is the time of; empty for what is no wait. */
    public Optional<WaitKind> waitKind() {
        return waitKind;
    }

    /** Whether nobody can tell the reason; the words say why. */
    public boolean unknown() {
        return this == UNSEEN || this == UNTOLD || this == PASSING || this == NO_THREADS;
    }

    /** The part of that ordinal, without copying the array of all. */
    public static BudgetPart of(int ordinal) {
        return ALL[ordinal];
    }

    /** The part that a wait of that kind is the time of. */
    static BudgetPart of(WaitKind kind) {
        return BY_WAIT[kind.ordinal()];
    }
}
