package coreloom.app;

import coreloom.terminal.Background;
import coreloom.view.State;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which picture is wanted.
 *
 * @param file        where to; standard output unless given
 * @param columns     of the screen
 * @param rows        of the screen
 * @param theme       for which background; for both unless one is said
 * @param side        what stands beside the heatmap
 * @param live        whether a run is watched, and not a session replayed
 * @param atNanos     in a session: time after its first sample at which it is taken, ns
 * @param periodNanos wanted time between samples, ns
 */
record ScreenRequest(Optional<Path> file, int columns, int rows, Background theme, State.Side side, boolean live, long atNanos, long periodNanos) {
}
