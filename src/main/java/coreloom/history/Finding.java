package coreloom.history;

import java.util.Objects;

/**
 * A sentence about a lane with its evidence.
 *
 * @param kind     which rule found it
 * @param share    share of the usable cores that it explains as idle, 0 to 1
 * @param sentence for people; names its evidence
 */
public record Finding(Kind kind, double share, String sentence) {
    /** What a finding can be; the name is what `--json` prints. */
    public enum Kind { NOT_YET, INTERPRETER_LOCK, LOCK, IO, SLEEP, RUN_QUEUE, TOO_FEW_THREADS, BLOCKED, BUSY, FAILED, AFFINITY, POOL, EVENT_LOOP, COLLECTOR }

    public Finding {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(sentence);
    }
}
