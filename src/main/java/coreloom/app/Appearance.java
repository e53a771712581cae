package coreloom.app;

import coreloom.view.Look;
import coreloom.view.Wishes;

/**
 * How the dashboard is to look.
 *
 * @param look     what the terminal can show
 * @param wishes   how the user wants it
 * @param firstRun whether it is seen for the first time
 */
record Appearance(Look look, Wishes wishes, FirstRun firstRun) {
    /** For somebody who wishes nothing. */
    Appearance(Look look, FirstRun firstRun) {
        this(look, Wishes.NONE, firstRun);
    }
}
