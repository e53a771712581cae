package coreloom.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.history.History;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.provider.CsvSource;

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
    void whatIsExplainedStaysInSightBesideItsExplanation() throws IOException {
        for (Place place : Place.values()) {
            for (State.Side side : place == Place.SIDE ? State.Side.values() : new State.Side[] {State.Side.WAITS}) {
                State state = new State(new State.Mode.Live(), false, side, Optional.empty(), Choices.USUAL, Optional.of(place));
                String name = (place == Place.SIDE ? "side-" + side.name() : place.name()).toLowerCase(Locale.ROOT).replace('_', '-');
                Golden.check("screens/explained-" + name + "-80x24.txt",
                        Picture.of(Picture.play(Scenes.threadsThenGil()), state, Picture.AROUND, 80, 24).text());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyExplanationIsTwoSentencesThatFitBesideItsPanel(boolean inStep) {
        for (Place place : Place.values()) {
            for (State.Side side : State.Side.values()) {
                Explanation explanation = Explanation.of(place, side, Picture.play(Scenes.threadsThenGil()).get(0), inStep);
                int rows = new Paragraph(explanation.meaning()).rows(35) + 1 + new Paragraph(explanation.reading()).rows(35);
                assertTrue(rows <= 12, explanation.title() + " takes " + rows + " rows");
                assertTrue(explanation.meaning().indexOf(". ") < 0 && explanation.meaning().endsWith("."), explanation.meaning());
                assertTrue(explanation.reading().startsWith("Good is ") && explanation.reading().contains("; bad is "), explanation.reading());
            }
        }
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
    void onATextConsoleLevelsAreHalves() throws IOException {
        Ink console = new Ink(new Look(Look.Depth.ANSI, Look.Glyphs.CONSOLE, Look.Background.DARK));
        String text = Picture.of(console, Picture.play(Scenes.threadsThenGil()), State.initial(), Picture.AROUND, 80, 24).text();
        Golden.check("screens/gil-console-80x24.txt", text);
        assertTrue(text.chars().noneMatch(character -> "▁▂▃▅▆▇▏╌●▶×…".indexOf(character) >= 0), text);
    }

    @ParameterizedTest
    @CsvSource({"79, 40", "60, 15", "40, 10", "120, 12"})
    void belowEightyByTwentyFourThereIsLessButWhole(int columns, int rows) throws IOException {
        History history = Picture.play(Scenes.threadsThenGil());
        Golden.check("screens/reduced-" + columns + "x" + rows + ".txt", Picture.of(history, columns, rows).text());
    }

    @Test
    void theReducedDashboardAnswersTheSameKeys() throws IOException {
        History history = Picture.play(Scenes.threadsThenGil());
        State help = new State(new State.Mode.Live(), true);
        Golden.check("screens/reduced-help-40x10.txt", Picture.of(history, help, Picture.AROUND, 40, 10).text());
        State explained = new State(new State.Mode.Live(), false, State.Side.WAITS, Optional.empty(), Choices.USUAL, Optional.of(Place.CORES));
        Golden.check("screens/reduced-explained-60x15.txt", Picture.of(history, explained, Picture.AROUND, 60, 15).text());
        State budget = new State(new State.Mode.Live(), false, State.Side.BUDGET);
        Golden.check("screens/reduced-budget-60x20.txt", Picture.of(history, budget, Picture.AROUND, 60, 20).text());
        Golden.check("screens/reduced-notice-40x10.txt",
                Picture.of(history, State.initial(), Picture.AROUND.with("There is no profile with that key."), 40, 10).text());
        Golden.check("screens/reduced-empty-40x10.txt", Picture.of(new History(2), 40, 10).text());
    }

    @ParameterizedTest
    @CsvSource({"39, 10", "40, 9", "30, 5", "20, 1", "1, 1"})
    void belowFortyByTenThereIsTheSentenceOnOneLine(int columns, int rows) {
        String[] lines = Picture.of(Picture.play(Scenes.threadsThenGil()), columns, rows).text().split("\n", -1);
        String sentence = "1.0 of 2 cores idle: 3.0 of 4 threads wait for the interpreter lock";
        String wanted = sentence.substring(0, columns - 1) + "…";
        assertEquals(columns > 1 ? wanted : "…", lines[0]);
        assertEquals("", String.join("", List.of(lines).subList(1, lines.length)));
    }

    /** No size ends the program: shapes of all kinds, with everything over the panels that there is. */
    @Test
    void everySizeIsDrawn() {
        History history = Picture.play(Scenes.threadsThenGil());
        List<State> states = List.of(State.initial(), new State(new State.Mode.Live(), true),
                State.initial().asking(Prompt.Question.NOTE, ""), State.initial().explainingNext());
        for (int columns : new int[] {1, 2, 7, 30, 39, 40, 41, 59, 60, 77, 78, 79, 80, 81, 200}) {
            for (int rows : new int[] {1, 2, 3, 9, 10, 11, 15, 23, 24, 25, 60}) {
                for (State state : states) {
                    String text = Picture.of(history, state, Picture.AROUND, columns, rows).text();
                    assertEquals(rows, text.lines().count(), columns + " x " + rows);
                    assertTrue(state.prompt().isPresent() || !text.isBlank(), columns + " x " + rows);
                }
            }
        }
    }
}
