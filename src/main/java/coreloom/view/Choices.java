package coreloom.view;

import java.util.Objects;

/**
 * How the user wants the panels.
 *
 * @param heat  the heatmap
 * @param waits the waits
 */
public record Choices(HeatChoice heat, WaitsChoice waits) {
    /** As they are when nothing has been pressed. */
    public static final Choices USUAL = new Choices(HeatChoice.USUAL, WaitsChoice.USUAL);

    public Choices {
        Objects.requireNonNull(heat);
        Objects.requireNonNull(waits);
    }

    Choices with(HeatChoice chosen) {
        return new Choices(chosen, waits);
    }

    Choices with(WaitsChoice chosen) {
        return new Choices(heat, chosen);
    }
}
