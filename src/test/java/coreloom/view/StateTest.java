package coreloom.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.view.Key.Kind;
import coreloom.view.State.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A row of key presses leads to a state and to commands. */
class StateTest {
    private static final Range LIVE = range(20, false);
    private static final Range REPLAY = range(20, true);

    private final List<Command> asked = new ArrayList<>();

    private static Range range(long newest, boolean replay) {
        return EvenTimes.range(newest, replay);
    }

    private State press(Range range, Key... keys) {
        State state = State.initial();
        for (Key key : keys) {
            State.Update update = state.on(key, range);
            asked.addAll(update.commands());
            state = update.state();
        }
        return state;
    }

    @Test
    void everyKeyOfTheTableDoesSomethingOrIsTheTerminals() {
        List<Key> keys = new ArrayList<>();
        for (char c : "q123456789np+-=rm[]?htfdzos/gwlci b<>a,.\f".toCharArray()) {
            keys.add(Key.of(c));
        }
        for (Kind kind : new Kind[] {Kind.LEFT, Kind.RIGHT, Kind.SHIFT_LEFT, Kind.SHIFT_RIGHT, Kind.HOME, Kind.END}) {
            keys.add(Key.of(kind));
        }
        State paused = press(LIVE, Key.of(' '), Key.of(Kind.LEFT));
        for (Key key : keys) {
            State.Update update = paused.on(key, LIVE);
            assertTrue(!update.state().equals(paused) || !update.commands().isEmpty(), key + " does nothing");
        }
        for (KeyBinding binding : KeyBinding.all()) {
            boolean pressed = keys.stream().anyMatch(binding::matches);
            assertTrue(pressed || binding.label().equals("Ctrl-Z"), binding.label() + " is in the table but not tried here");
            assertTrue(binding.sentence().length() <= 64, binding.label() + ": the sentence does not fit at 80 columns");
        }
    }

    @Test
    void theBudgetTakesThePlaceOfTheWaitsWhateverElseIsPressedUntilItIsPressedAgain() {
        State budget = press(LIVE, Key.of('t'), Key.of(' '), Key.of(Kind.LEFT), Key.of('?'), Key.of('x'), Key.of(Kind.END), Key.of('n'));
        assertEquals(State.Side.BUDGET, budget.side());
        assertEquals(State.Side.WAITS, budget.on(Key.of('t'), LIVE).state().side());
    }

    @ParameterizedTest
    @ValueSource(chars = {'t', 'w', 'l', 'c'})
    void aViewTakesThePlaceOfTheWaitsAndTheSameKeyGivesItBack(char key) {
        State view = press(LIVE, Key.of(key));
        assertTrue(view.side() != State.Side.WAITS);
        assertEquals(State.initial(), view.on(Key.of(key), LIVE).state());
        assertEquals(view, press(LIVE, Key.of(key == 't' ? 'w' : 't'), Key.of(key)), "from any other view");
    }

    @ParameterizedTest
    @ValueSource(chars = {'f', 'd', 'z', 'o', 's', 'g'})
    void whatIsChosenByTurnsComesRoundAgain(char key) {
        State state = press(LIVE, Key.of(key));
        int turns = 1;
        for (; !state.equals(State.initial()); turns++) {
            assertTrue(turns < 10, key + " never comes round");
            state = state.on(Key.of(key), LIVE).state();
        }
        assertTrue(turns >= 2, key + " does nothing");
    }

    @Test
    void aFilterIsTypedAndTypingItAgainBeginsWithWhatItWas() {
        State typing = press(LIVE, Key.of('/'), Key.of('q'), Key.of('1'));
        assertEquals(List.of(), asked);
        State filtered = typing.on(Key.of(Kind.ENTER), LIVE).state();
        assertEquals("q1", filtered.choices().waits().filter().text());
        State again = filtered.on(Key.of('/'), LIVE).state();
        assertEquals("q1", again.prompt().orElseThrow().text());
        assertEquals(filtered, again.on(Key.of(Kind.ESCAPE), LIVE).state());
        State none = again.on(Key.of(Kind.BACKSPACE), LIVE).state().on(Key.of(Kind.BACKSPACE), LIVE).state().on(Key.of(Kind.ENTER), LIVE).state();
        assertEquals(State.initial(), none);
    }

    @ParameterizedTest
    @ValueSource(chars = {'q', 3, 28})
    void quits(char key) {
        press(LIVE, Key.of(key));
        assertEquals(List.of(new Command.Quit()), asked);
    }

    @Test
    void aDigitStartsThatProfileAndLooksAtItLive() {
        State state = press(LIVE, Key.of(' '), Key.of('3'));
        assertFalse(state.paused());
        assertEquals(List.of(new Command.StartProfile(3)), asked);
    }

    @Test
    void spaceHoldsThePictureAndNotTheRun() {
        State state = press(LIVE, Key.of(' '));
        assertEquals(20, state.shown(range(35, false)));
        assertEquals(List.of(), asked);
        assertFalse(press(LIVE, Key.of(' '), Key.of(' ')).paused());
    }

    @Test
    void leftAndRightStepThroughWhatIsKept() {
        assertEquals(17, press(LIVE, Key.of(Kind.LEFT), Key.of(Kind.LEFT), Key.of(Kind.LEFT)).shown(LIVE));
        assertEquals(20, press(LIVE, Key.of(Kind.LEFT), Key.of(Kind.RIGHT), Key.of(Kind.RIGHT)).shown(LIVE));
        assertEquals(0, press(LIVE, Key.of(Kind.HOME), Key.of(Kind.LEFT)).shown(LIVE));
        assertEquals(35, press(LIVE, Key.of(Kind.HOME), Key.of(Kind.END)).shown(range(35, false)));
    }

    @Test
    void aMergedIntervalIsOneStep() {
        assertEquals(2, press(LIVE, Key.of(Kind.HOME), Key.of(Kind.RIGHT)).shown(LIVE));
        assertEquals(4, press(LIVE, Key.of(Kind.HOME), Key.of(Kind.RIGHT), Key.of(Kind.RIGHT)).shown(LIVE));
        assertEquals(3, press(LIVE, Key.of(Kind.HOME), Key.of(Kind.RIGHT), Key.of(Kind.RIGHT), Key.of(Kind.LEFT)).shown(LIVE));
    }

    @Test
    void withShiftTheArrowsMoveByAMinute() {
        assertEquals(14, press(LIVE, Key.of(Kind.SHIFT_LEFT)).shown(LIVE));
        assertEquals(8, press(LIVE, Key.of(Kind.SHIFT_LEFT), Key.of(Kind.SHIFT_LEFT)).shown(LIVE));
        assertEquals(20, press(LIVE, Key.of(Kind.LEFT), Key.of(Kind.SHIFT_RIGHT)).shown(LIVE));
        assertEquals(0, press(LIVE, Key.of(Kind.HOME), Key.of(Kind.SHIFT_LEFT)).shown(LIVE));
    }

    @ParameterizedTest
    @CsvSource({"-1m, 14", "-30s, 17", "-90, 11", "-1m30s, 11", "-5h, 0", "+1m, 20", "0:02:00, 11", "00:02, 11", "0:02:01, 12", "23:59:59, 0"})
    void aTimeIsGoneTo(String typed, long shown) {
        State state = typed(LIVE, typed, Key.of(Kind.ENTER));
        assertEquals(shown, state.shown(LIVE));
        assertTrue(state.paused() && state.prompt().isEmpty());
    }

    private State typed(Range range, String text, Key last) {
        List<Key> keys = new ArrayList<>(List.of(Key.of('b')));
        text.chars().forEach(c -> keys.add(Key.of((char) c)));
        keys.add(last);
        return press(range, keys.toArray(Key[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-", "24:00", "1:2:3", "--3m", "-3x", "14:05:30:10", "-99999999999999s"})
    void whatIsNoTimeStaysToBeMended(String typed) {
        State state = typed(LIVE, typed, Key.of(Kind.ENTER));
        assertFalse(state.paused());
        assertTrue(state.prompt().orElseThrow().refused(), typed);
        assertEquals(typed, state.prompt().get().text());
        assertFalse(state.on(Key.of(Kind.BACKSPACE), LIVE).state().prompt().orElseThrow().refused());
    }

    @Test
    void anEmptyTimeIsNoWish() {
        assertEquals(State.initial(), typed(LIVE, "", Key.of(Kind.ENTER)));
        assertEquals(State.initial(), typed(LIVE, "-3m", Key.of(Kind.ESCAPE)));
    }

    @Test
    void beforeTheFirstIntervalThereIsNowhereToGo() {
        Range nothing = range(-1, false);
        for (Key key : List.of(Key.of(Kind.LEFT), Key.of(Kind.SHIFT_LEFT), Key.of(Kind.HOME))) {
            assertTrue(press(nothing, key).shown(nothing) <= 0);
        }
        typed(nothing, "14:05", Key.of(Kind.ENTER));
    }

    @Test
    void aReplayIsHeldAndReadsOnPastItsNewestInterval() {
        State state = press(REPLAY, Key.of(' '), Key.of(Kind.RIGHT));
        assertEquals(List.of(new Command.HoldReplay(true), new Command.HoldReplay(true), new Command.ReadNext()), asked);
        assertEquals(21, state.shown(range(21, true)));
        asked.clear();
        press(REPLAY, Key.of(' '), Key.of(' '));
        assertEquals(List.of(new Command.HoldReplay(true), new Command.HoldReplay(false)), asked);
    }

    @ParameterizedTest
    @ValueSource(chars = {'1', '9', 'n', 'p', '+', '-', 'r', 'm', '[', ']'})
    void whatAReplayCannotDoLeavesItHeldAndAsksOnceForTheSentence(char key) {
        State held = press(REPLAY, Key.of(' '), Key.of(Kind.LEFT));
        State.Update update = held.on(Key.of(key), REPLAY);
        assertEquals(held, update.state());
        assertEquals(1, update.commands().size());
    }

    @Test
    void aNoteIsTypedAndMarksTheMomentItWasBegun() {
        State typing = press(LIVE, Key.of('m'), Key.of('q'), Key.of('x'), Key.of(Kind.BACKSPACE), Key.of('\u0007'), Key.of(' '), Key.of('1'));
        assertEquals("q 1", typing.prompt().orElseThrow().text());
        assertEquals(List.of(new Command.BeginNote()), asked);
        State.Update ended = typing.on(Key.of(Kind.ENTER), LIVE);
        assertEquals(State.initial(), ended.state());
        assertEquals(List.of(new Command.Note("q 1")), ended.commands());
    }

    @Test
    void aNoteMayBeLeftAndIsNoWayOutOfQuitting() {
        State typing = press(LIVE, Key.of('m'), Key.of('a'));
        assertEquals(new State.Update(State.initial(), List.of()), typing.on(Key.of(Kind.ESCAPE), LIVE));
        assertEquals(List.of(new Command.Quit()), typing.on(Key.of((char) 3), LIVE).commands());
    }

    @Test
    void whatIsTypedIsTakenBackByWholeCharacters() {
        State typing = press(LIVE, Key.of('m'), Key.of('\ud834'), Key.of('\udd1e'), Key.of(Kind.BACKSPACE), Key.of(Kind.BACKSPACE));
        assertEquals("", typing.prompt().orElseThrow().text());
    }

    @Test
    void everyKeyClosesTheHelpSoThatWhatItDidIsSeen() {
        assertTrue(press(LIVE, Key.of('?')).help());
        assertFalse(press(LIVE, Key.of('?'), Key.of('x')).help());
        assertFalse(press(LIVE, Key.of('?'), Key.of('?')).help());
        assertEquals(press(LIVE, Key.of('t')), press(LIVE, Key.of('?'), Key.of('t')));
    }

    @Test
    void qClosesWhatIsOverThePanelsBeforeItQuits() {
        State listed = press(LIVE, Key.of('?'));
        State explained = press(LIVE, Key.of('i'));
        assertEquals(State.only(State.initial()), listed.on(Key.of('q'), LIVE));
        assertEquals(State.only(State.initial()), explained.on(Key.of('q'), LIVE));
        assertEquals(List.of(new Command.Quit()), listed.on(Key.of((char) 3), LIVE).commands());
    }

    @Test
    void eachPlaceIsExplainedInTurnAndThenNone() {
        State state = State.initial();
        for (Place place : Place.values()) {
            state = state.on(Key.of('i'), LIVE).state();
            assertEquals(Optional.of(place), state.explained());
        }
        assertEquals(State.initial(), state.on(Key.of('i'), LIVE).state());
    }

    @Test
    void anExplanationStaysWhileTimeIsWalkedThroughAndGoesWithEscapeHelpOrANote() {
        State explained = press(LIVE, Key.of('i'), Key.of(' '), Key.of(Kind.LEFT), Key.of('t'), Key.of(Kind.END));
        assertEquals(Optional.of(Place.CORES), explained.explained());
        for (Key key : List.of(Key.of(Kind.ESCAPE), Key.of('x'), Key.of('?'), Key.of('m'))) {
            assertEquals(Optional.empty(), explained.on(key, LIVE).state().explained(), key.toString());
        }
        assertFalse(press(LIVE, Key.of('?'), Key.of('i')).help(), "the explanation takes the place of the help");
    }

    @Test
    void aKeyThatMeansNothingChangesNothing() {
        assertEquals(State.initial(), press(LIVE, Key.of('x'), Key.of('ü'), Key.of(Kind.TAB), Key.of(Kind.ESCAPE)));
        assertEquals(List.of(), asked);
    }
}
