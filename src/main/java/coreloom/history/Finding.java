package coreloom.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A sentence about a lane with its evidence.
 *
 * @param kind     what was found
 * @param share    share of the idle budget that it accounts for, 0 to 1
 * @param sureness how well the evidence tells it
 * @param sentence for people; names its evidence
 */
public record Finding(Kind kind, double share, Sureness sureness, String sentence) {
    /** What a finding can be; see docs/findings.md. */
    public enum Kind {
        FAILED,
        NOT_YET,
        INTERPRETER_LOCK_BOUND,
        CONVOY,
        LOCK_BOUND,
        OVERSUBSCRIBED,
        QUOTA_THROTTLED,
        AFFINITY_CAPPED,
        TOO_FEW_THREADS,
        IMBALANCED,
        IO_BOUND,
        DISK_BOUND,
        SLEEPING,
        WAITING_FOR_CHILD,
        STOLEN_BY_PROGRAMS,
        STOLEN_BY_HYPERVISOR,
        COLLECTOR_PAUSES,
        EVENT_LOOP_BOUND,
        POOL_STARVED,
        RUN_QUEUE,
        UNEXPLAINED,
        ALL_WELL;

        /** The name that reports, {@code --fail-on} and docs/findings.md use: {@code interpreter-lock-bound}, … */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind of that name. */
        public static Optional<Kind> named(String key) {
            return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
        }
    }

    /** How well the evidence tells a finding. */
    public enum Sureness {
        /** The kernel counted it, or the workers reported it. */
        SURE,
        /** Seen in samples of the threads' states. */
        LIKELY,
        /** Told by where and how threads wait, or by what goes with it; another reason may look the same. */
        INFERRED;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Finding {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(sureness);
        Objects.requireNonNull(sentence);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(kind + " cannot account for " + share + " of the idle budget");
        }
    }
}
