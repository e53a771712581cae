package coreloom.view;

import java.util.Optional;

/** A place on the screen that can be explained, in the order in which the key goes round. What stands there is up to the {@link State}. */
public enum Place {
    /** Cores × time. */
    CORES,
    /** Beside it: waits, idle budget or bars of lanes. */
    SIDE,
    /** The lanes side by side. */
    LANES,
    /** The sentence that says why cores are idle. */
    SENTENCE,
    /** What the monitor itself costs, in the last line. */
    OWN_COST;

    /** The place behind that one; the first behind none, none behind the last. */
    static Optional<Place> after(Optional<Place> explained, State.Side side) {
        // Lanes side by side take the place of the cores too.
        int first = side == State.Side.LANES ? SIDE.ordinal() : 0;
        int next = explained.map(place -> place.ordinal() + 1).orElse(first);
        return next < values().length ? Optional.of(values()[next]) : Optional.empty();
    }
}
