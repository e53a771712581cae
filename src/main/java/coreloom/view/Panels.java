package coreloom.view;

import coreloom.history.History;
import coreloom.history.Interval;
import java.util.Optional;

/**
 * Draws what the user has chosen into the places that a layout has for it.
 *
 * @param history intervals
 * @param state   what the user has set
 * @param around  how the program is set
 */
record Panels(History history, State state, Surroundings around) {
    /** Whether one panel takes the place of the heatmap and of what stands beside it. */
    boolean undivided() {
        return state.side() == State.Side.LANES;
    }

    void heatmap(Canvas canvas, Interval interval) {
        new Heatmap("", Samples.of(history), interval.number(), state.choices().heat(), around.topology()).draw(canvas);
    }

    /** What stands beside the heatmap, or in the place of both. */
    void side(Canvas canvas, Interval interval) {
        switch (state.side()) {
            case WAITS -> waits(canvas, interval);
            case BUDGET -> new BudgetPanel(interval).draw(canvas);
            case PLACEMENT -> new PlacementPanel(history, interval.number(), state.choices()).draw(canvas);
            case WAIT_TIMES -> new RidgePanel(history, interval.number(), state.choices().heat().palette()).draw(canvas);
            case LANES -> lanes(canvas, interval);
        }
    }

    private void waits(Canvas canvas, Interval interval) {
        if (interval.over()) {
            new LaneBars(interval).draw(canvas);
        } else {
            new WaitsPanel(interval, state.choices().waits()).draw(canvas);
        }
    }

    private void lanes(Canvas canvas, Interval interval) {
        Optional<InStepColumns> two = inStep(interval);
        if (two.isPresent()) {
            new InStepPanel(two.get(), history, state.choices().heat(), around).draw(canvas);
        } else {
            new SideBySide(interval.lanes().stream().map(lane -> Compared.of(lane.lane().name(), lane)).toList()).draw(canvas);
        }
    }

    /** The other session beside that interval, where two are played in step. */
    Optional<InStepColumns> inStep(Interval interval) {
        return history.inStep().map(other -> new InStepColumns(around.source(), interval, other));
    }
}
