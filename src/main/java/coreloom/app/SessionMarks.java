package coreloom.app;

import coreloom.history.History;
import coreloom.replay.MarkSearch;
import coreloom.replay.ReplaySource;
import coreloom.snapshot.Marker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The marks of a session that is replayed: of the whole of it where it can be read again, else of what has been played so far. Used by the session
 * thread.
 */
final class SessionMarks {
    private final String name;
    private final ReplaySource source;
    private final History history;
    private MarkSearch search;
    private boolean once;

    /** @param history what has been played of it */
    SessionMarks(String name, ReplaySource source, History history) {
        this.name = name;
        this.source = source;
        this.history = history;
    }

    /** Searches on while that holds. */
    void search(BooleanSupplier more) {
        try {
            search = search == null ? source.marks().orElse(null) : search;
            once = search == null;
            if (!once) {
                search.goOn(more);
            }
        } catch (IOException e) {
            once = true;
        }
    }

    /** Those known so far, in the order of time; to be asked under the lock of the history. */
    List<Marker> known() {
        if (!once) {
            return search.found();
        }
        List<Marker> played = new ArrayList<>();
        for (long number = 0; number < history.count(); number = history.get(number).number() + 1) {
            played.addAll(history.get(number).markers());
        }
        return played;
    }

    /** How far they are known, as the end of a sentence; empty where all are. */
    String reach() {
        return once ? "as far as " + name + " has been played, since it cannot be read ahead"
                : search.whole() ? "" : "up to " + Durations.left(search.searchedNanos()) + " of " + name;
    }

    /** Whether searching on can find more. */
    boolean more() {
        return !once && !search.whole();
    }
}
