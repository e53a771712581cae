package coreloom.view;

import java.util.Objects;

/**
 * How the user wants the waits panel.
 *
 * @param order    of the rows
 * @param grouping which threads share a row
 * @param filter   which threads are listed
 */
public record WaitsChoice(ThreadOrder order, Grouping grouping, NamePattern filter) {
    /** Every thread in its usual place. */
    public static final WaitsChoice USUAL = new WaitsChoice(ThreadOrder.USUAL, Grouping.NONE, NamePattern.ANY);

    public WaitsChoice {
        Objects.requireNonNull(order);
        Objects.requireNonNull(grouping);
        Objects.requireNonNull(filter);
    }

    WaitsChoice ordered() {
        return new WaitsChoice(order.next(), grouping, filter);
    }

    WaitsChoice grouped() {
        return new WaitsChoice(order, grouping.next(), filter);
    }

    WaitsChoice filtered(String text) {
        return new WaitsChoice(order, grouping, NamePattern.of(text));
    }
}
