package coreloom.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coreloom.history.History;
import coreloom.view.Surroundings.ProfileLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first line names as many profiles as leave room for the lane and the time. */
class HeaderBarTest {
    private static final List<String> OTHERS = List.of("io", "lock", "gil", "refcount", "pool", "asyncio", "free-threaded", "collect");

    private History history;

    @BeforeEach
    void play() {
        history = Picture.play(Scenes.threadsThenGil());
    }

    /** @param place of the profile that runs, {@code cpu}, among the others */
    private String header(int columns, int place) {
        List<String> names = new ArrayList<>(OTHERS);
        names.add(place, "cpu");
        List<ProfileLabel> labels = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            labels.add(new ProfileLabel(i + 1, names.get(i)));
        }
        labels.add(new ProfileLabel(0, "without-a-key"));
        Surroundings around = new Surroundings(labels, "", 2, 1_000_000_000L, Optional.empty(), false, "");
        String line = Picture.of(history, State.initial(), around, columns, 24).text().split("\n")[0];
        return line.substring(0, line.length() - "12:00:00".length()).stripTrailing();
    }

    @Test
    void allWhereThereIsRoom() {
        assertEquals(" coreloom  1 cpu  2 io  3 lock  4 gil  5 refcount  6 pool  7 asyncio  8 free-threaded  9 collect   gil, running 7 of 8 s",
                header(140, 0));
    }

    @Test
    void theFirstWhereThereIsLittleAndTheOneThatRunsAlways() {
        assertEquals(" coreloom  1 cpu  2 io  3 lock  4 gil  5 6 7 8 9   gil 7 of 8 s", header(80, 0));
        assertEquals(" coreloom  1 io  2 lock  3 gil  4 5 6 cpu  7 8 9   gil 7 of 8 s", header(80, 5));
        assertEquals(" coreloom  1 io  2 lock  3 gil  4 5 6 7 8 9 cpu   gil 7 of 8 s", header(80, 8));
    }
}
