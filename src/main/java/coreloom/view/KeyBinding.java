package coreloom.view;

import coreloom.view.Key.Kind;
import java.util.List;
import java.util.function.Predicate;

/**
 * One key: how it is named, what it does in a sentence, in a word for the footer, and what it does. The help panel and the footer print the
 * table that answers the keys, so they cannot drift apart.
 *
 * @param label    the key as people write it
 * @param word     for the footer; empty to leave it out there
 * @param sentence for the help panel
 * @param pressed  whether a key press is this key
 * @param action   what it does
 */
record KeyBinding(String label, String word, String sentence, Predicate<Key> pressed, Action action) {
    /** From a state, a key and the intervals there are to what comes next. */
    interface Action {
        State.Update apply(State state, Key key, State.Range range);
    }

    private static final char CTRL_C = 3;
    private static final char CTRL_L = 12;
    private static final char CTRL_Z = 26;
    private static final char CTRL_BACKSLASH = 28;

    private static final List<KeyBinding> ALL = List.of(
        key("q", "quit", "quit; Ctrl-C too", key -> key.character() == 'q' || key.character() == CTRL_C || key.character() == CTRL_BACKSLASH,
            (state, key, range) -> state.with(new Command.Quit())),
        key("?", "help", "this list; any other key closes it", key -> key.character() == '?' || key.character() == 'h',
            (state, key, range) -> State.only(new State(state.mode(), !state.help()))),
        key("1-9", "profile", "start the profile with that number", key -> key.character() >= '1' && key.character() <= '9',
            (state, key, range) -> live(state).with(new Command.StartProfile(key.character() - '0'))),
        key("n", "", "start the next profile", key -> key.character() == 'n',
            (state, key, range) -> live(state).with(new Command.StepProfile(1))),
        key("p", "", "start the profile before", key -> key.character() == 'p',
            (state, key, range) -> live(state).with(new Command.StepProfile(-1))),
        key("+-", "workers", "one worker more or fewer; the run starts anew", key -> key.character() == '+' || key.character() == '=' || key.character() == '-',
            (state, key, range) -> live(state).with(new Command.ChangeWorkers(key.character() == '-' ? -1 : 1))),
        key("space", "pause", "hold the picture, or let go of it; sampling goes on", key -> key.character() == ' ',
            (state, key, range) -> state.pause(range)),
        key("left right", "", "one interval back or forth, with the picture held", key -> key.kind() == Kind.LEFT || key.kind() == Kind.RIGHT,
            (state, key, range) -> state.step(key.kind() == Kind.LEFT ? -1 : 1, range)),
        key("Home End", "", "to the oldest interval; back to the newest", key -> key.kind() == Kind.HOME || key.kind() == Kind.END,
            (state, key, range) -> key.kind() == Kind.HOME ? state.jump(range.oldest(), range) : state.live(range)),
        key("r", "record", "record the session into a file, or end the recording", key -> key.character() == 'r',
            (state, key, range) -> state.with(new Command.ToggleRecording())),
        key("[]", "period", "sample more often, or less often", key -> key.character() == '[' || key.character() == ']',
            (state, key, range) -> state.with(new Command.ChangePeriod(key.character() == '[' ? -1 : 1))),
        key("Ctrl-L", "", "paint the screen anew", key -> key.character() == CTRL_L,
            (state, key, range) -> state.with(new Command.Repaint())),
        key("Ctrl-Z", "", "stop, load and all, and go to the shell; fg goes on", key -> key.character() == CTRL_Z,
            (state, key, range) -> State.only(state)));

    static List<KeyBinding> all() {
        return ALL;
    }

    private static KeyBinding key(String label, String word, String sentence, Predicate<Key> pressed, Action action) {
        return new KeyBinding(label, word, sentence, pressed, action);
    }

    boolean matches(Key key) {
        return pressed.test(key);
    }

    /** A fresh run is looked at live. */
    private static State live(State state) {
        return new State(new State.Mode.Live(), state.help());
    }
}
