package coreloom.snapshot;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * The fields of an interpreter lock, as read from the interpreter's own memory at one instant.
 *
 * @param enabled              false where a free-threaded interpreter runs without it; the other fields then do not change
 * @param switchIntervalMicros the switch interval, µs
 * @param handoffs             how often it went to another thread than the one that held it last, since the interpreter started
 * @param held                 whether a thread held it
 * @param holderTid            thread id of the holder; empty when nobody held it, or the thread cannot be told
 */
public record InterpreterLock(boolean enabled, long switchIntervalMicros, long handoffs, boolean held, OptionalInt holderTid) {
    public InterpreterLock {
        Objects.requireNonNull(holderTid);
        if (switchIntervalMicros < 0 || handoffs < 0) {
            throw new IllegalArgumentException("switch interval " + switchIntervalMicros + " µs and handoffs " + handoffs
                    + " are never negative");
        }
        if (holderTid.isPresent() && !held) {
            throw new IllegalArgumentException("A lock that nobody holds has no holder: " + holderTid.getAsInt());
        }
    }
}
