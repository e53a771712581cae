package coreloom.across;

import coreloom.history.History;
import coreloom.history.InStep;
import coreloom.snapshot.ScriptedSource;
import coreloom.view.IntervalTimes;
import coreloom.view.Key;
import coreloom.view.Picture;
import coreloom.view.State;
import coreloom.view.Surroundings;
import java.util.List;
import java.util.Optional;

/**
 * A script with what the user sees around it.
 *
 * @param source cores and threads over time
 * @param around how the program is set
 * @param keys   what is pressed at the end, before the screen is looked at
 * @param beside another session that is played in step with it
 */
record Scenario(ScriptedSource source, Surroundings around, List<Key> keys, Optional<Beside> beside) {
    /**
     * Another session.
     *
     * @param name       what it is called
     * @param scenario   what it is
     * @param shiftNanos how much later it is shown than both begin
     */
    record Beside(String name, Scenario scenario, long shiftNanos) {}

    /** The history after all of it. */
    History play() {
        History history = Picture.play(source);
        beside.ifPresent(other -> history.inStep(new InStep(other.name(), other.scenario().play(),
                other.scenario().source().host().cores(), other.shiftNanos())));
        return history;
    }

    /** The last screen of that size; {@code history} has played the source. */
    String screen(History history, int columns, int rows) {
        State.Range range = new State.Range(history.count() - 1, around.replay(), IntervalTimes.of(history));
        State state = State.initial();
        for (Key key : keys) {
            state = state.on(key, range).state();
        }
        return Picture.of(history, state, around, columns, rows).text();
    }
}
