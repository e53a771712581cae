package coreloom.view;

import coreloom.history.History;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Golden screens of the whole dashboard. */
class DashboardTest {
    @Test
    void aRunInItsSecondLaneAt80x24() throws IOException {
        Golden.check("screens/gil-80x24.txt", Picture.of(Picture.play(Scenes.threadsThenGil()), 80, 24).text());
    }

    @Test
    void aRunInItsSecondLaneAt120x40() throws IOException {
        Golden.check("screens/gil-120x40.txt", Picture.of(Picture.play(Scenes.threadsThenGil()), 120, 40).text());
    }

    @Test
    void theBudgetStandsBesideTheHeatmapWhenAskedFor() throws IOException {
        State budget = new State(new State.Mode.Live(), false, State.Side.BUDGET);
        Golden.check("screens/budget-80x24.txt", Picture.of(Picture.play(Scenes.threadsThenGil()), budget, Picture.AROUND, 80, 24).text());
        Golden.check("screens/budget-120x40.txt", Picture.of(Picture.play(Scenes.threadsThenGil()), budget, Picture.AROUND, 120, 40).text());
    }

    @Test
    void theHelpPanelListsEveryKey() throws IOException {
        State help = new State(new State.Mode.Live(), true);
        Golden.check("screens/help-80x24.txt", Picture.of(Picture.play(Scenes.threadsThenGil()), help, Picture.AROUND, 80, 24).text());
    }

    @Test
    void theHelpPanelOfAReplayLeavesOutWhatDoesNothingThere() throws IOException {
        State help = new State(new State.Mode.Live(), true);
        Surroundings replay = new Surroundings(List.of(), "gil.jsonl", 2, 1_000_000_000L, Optional.empty(), true, "");
        Golden.check("screens/help-replay-80x24.txt", Picture.of(Picture.play(Scenes.threadsThenGil()), help, replay, 80, 24).text());
    }

    @Test
    void whatTheProgramWritesStandsBelowItsLane() throws IOException {
        List<String> lines = List.of("one", "two", "three", "four", "five", "a line that is longer than the screen is wide ".repeat(3));
        Surroundings exec = new Surroundings(List.of(), "exec", 2, 1_000_000_000L, Optional.empty(), false, "", lines);
        Golden.check("screens/exec-80x24.txt", Picture.of(Picture.play(Scenes.threadsThenGil()), State.initial(), exec, 80, 24).text());
    }

    @Test
    void beforeTheFirstIntervalTheHouseIsDrawnEmpty() throws IOException {
        Golden.check("screens/empty-80x24.txt", Picture.of(new History(2), 80, 24).text());
    }

    @Test
    void withoutUnicodeEverythingIsAscii() throws IOException {
        Ink ascii = new Ink(new Look(Look.Depth.MONOCHROME, false));
        String text = Picture.of(ascii, Picture.play(Scenes.threadsThenGil()), State.initial(), Picture.AROUND, 80, 24).text();
        Golden.check("screens/gil-ascii-80x24.txt", text);
    }

    @Test
    void belowEightyByTwentyFourItSaysSo() throws IOException {
        Golden.check("screens/small-60x10.txt", Picture.of(Picture.play(Scenes.threadsThenGil()), 60, 10).text());
    }

    @Test
    void evenOnAScrapOfAScreen() throws IOException {
        Golden.check("screens/small-20x7.txt", Picture.of(Picture.play(Scenes.threadsThenGil()), 20, 7).text());
    }
}
