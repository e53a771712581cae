package coreloom.view;

import coreloom.view.Key.Kind;
import java.util.List;
import java.util.function.Predicate;

/**
 * One key: how it is named, what it does in a sentence, in a word for the footer, and what it does. The help panel and the footer print the
 * table that answers the keys, so they cannot drift apart.
 *
 * @param words   how it is named
 * @param need    what must be there for it to do something
 * @param pressed whether a key press is this key
 * @param action  what it does
 */
record KeyBinding(Words words, Need need, Predicate<Key> pressed, Action action) {
    /** What a key works on; footer and help leave out those that find nothing to work on. */
    enum Need { NOTHING, PROFILE, SAMPLING, REPLAY }

    /**
     * How a key is named.
     *
     * @param label    the key as people write it
     * @param word     for the footer; empty to leave it out there
     * @param sentence for the help panel
     */
    private record Words(String label, String word, String sentence) {}

    /** From a state, a key and the intervals there are to what comes next. */
    interface Action {
        State.Update apply(State state, Key key, State.Range range);
    }

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final char CTRL_C = 3;
    private static final char CTRL_L = 12;
    private static final char CTRL_Z = 26;
    private static final char CTRL_BACKSLASH = 28;

    private static final List<KeyBinding> ALL = List.of(
        key("q", "quit", "quit; Ctrl-C too", key -> key.character() == 'q' || quits(key),
            (state, key, range) -> state.covered() && !quits(key) ? State.only(state.uncovered()) : state.with(new Command.Quit())),
        key("?", "help", "this list; q, Esc or ? closes it, other keys do what it says", key -> key.character() == '?' || key.character() == 'h',
            (state, key, range) -> State.only(state.helped())),
        key("i", "explain", "what each panel means: again for the next, Esc closes", key -> key.character() == 'i',
            (state, key, range) -> State.only(state.explainingNext())),
        key("1-9", "profile", "start the profile with that number", key -> key.character() >= '1' && key.character() <= '9',
            (state, key, range) -> live(state, range).with(new Command.StartProfile(key.character() - '0'))).needing(Need.PROFILE),
        key("n p", "", "start the next profile, or the one before", key -> key.character() == 'n' || key.character() == 'p',
            (state, key, range) -> live(state, range).with(new Command.StepProfile(key.character() == 'n' ? 1 : -1))).needing(Need.PROFILE),
        key("+-", "workers", "one worker more or fewer; the run starts anew", key -> key.character() == '+' || key.character() == '=' || key.character() == '-',
            (state, key, range) -> live(state, range).with(new Command.ChangeWorkers(key.character() == '-' ? -1 : 1)))
            .needing(Need.PROFILE),
        key("space", "pause", "hold the picture, or let go of it; sampling goes on", key -> key.character() == ' ',
            (state, key, range) -> state.pause(range)),
        key("left right", "", "one interval back or forth, with the picture held", key -> key.kind() == Kind.LEFT || key.kind() == Kind.RIGHT,
            (state, key, range) -> state.step(key.kind() == Kind.LEFT ? -1 : 1, range)),
        key("shift+those", "", "a minute back or forth, with the picture held", key -> key.kind() == Kind.SHIFT_LEFT || key.kind() == Kind.SHIFT_RIGHT,
            (state, key, range) -> state.move(key.kind() == Kind.SHIFT_LEFT ? -MINUTE_NANOS : MINUTE_NANOS, range)),
        key("Home End", "", "to the oldest interval; back to the newest", key -> key.kind() == Kind.HOME || key.kind() == Kind.END,
            (state, key, range) -> key.kind() == Kind.HOME ? state.home(range) : state.end(range)),
        key("b", "", "go to a time, such as -3m or 14:05:30", key -> key.character() == 'b',
            (state, key, range) -> State.only(state.asking(Prompt.Question.TIME, ""))),
        key("<>", "pace", "play slower or faster, from half to 64 times the pace", key -> key.character() == '<' || key.character() == '>',
            (state, key, range) -> state.with(new Command.ChangePace(key.character() == '<' ? -1 : 1))).needing(Need.REPLAY),
        key("a ,.", "", "two sessions: aligned at the start, at a mark, by a second", key -> "a,.".indexOf(key.character()) >= 0 && key.character() != 0,
            (state, key, range) -> state.with(new Command.Align(key.character() == 'a' ? 0 : key.character() == ',' ? -1 : 1))).needing(Need.REPLAY),
        key("r", "record", "record the session into a file, or end the recording", key -> key.character() == 'r',
            (state, key, range) -> state.with(new Command.ToggleRecording())).needing(Need.SAMPLING),
        key("m", "", "mark this moment, with a note if you like", key -> key.character() == 'm',
            (state, key, range) -> range.replay() ? state.with(new Command.BeginNote())
                : state.asking(Prompt.Question.NOTE, "").with(new Command.BeginNote())).needing(Need.SAMPLING),
        key("[]", "period", "sample more often, or less often", key -> key.character() == '[' || key.character() == ']',
            (state, key, range) -> state.with(new Command.ChangePeriod(key.character() == '[' ? -1 : 1))).needing(Need.SAMPLING),
        key("t", "budget", "the waits of each thread, or where the time of the cores went", key -> key.character() == 't',
            (state, key, range) -> State.only(state.turned(State.Side.BUDGET))),
        key("w", "where", "on which cores each thread was, and when it moved", key -> key.character() == 'w',
            (state, key, range) -> State.only(state.turned(State.Side.PLACEMENT))),
        key("l", "", "how long lock waits took, as a ridge for each sample", key -> key.character() == 'l',
            (state, key, range) -> State.only(state.turned(State.Side.WAIT_TIMES))),
        key("c", "compare", "the lanes side by side, in what they differ from the first", key -> key.character() == 'c',
            (state, key, range) -> State.only(state.turned(State.Side.LANES))),
        key("f", "fold", "fold the cores: siblings, cache, node, package, busiest", key -> key.character() == 'f',
            (state, key, range) -> heat(state, state.choices().heat().folded())),
        key("d", "", "a cell says the mean, the busiest or the idlest of what it is of", key -> key.character() == 'd',
            (state, key, range) -> heat(state, state.choices().heat().valued())),
        key("z", "", "one, 5 or 30 samples in a column", key -> key.character() == 'z',
            (state, key, range) -> heat(state, state.choices().heat().zoomed())),
        key("o", "", "other colours, also even in lightness", key -> key.character() == 'o',
            (state, key, range) -> heat(state, state.choices().heat().coloured())),
        key("s", "sort", "sort the threads: by on-CPU, run queue, lock wait, blocked, name", key -> key.character() == 's',
            (state, key, range) -> waits(state, state.choices().waits().ordered())),
        key("/", "filter", "list only the threads whose name has a text in it", key -> key.character() == '/',
            (state, key, range) -> State.only(state.asking(Prompt.Question.FILTER, state.choices().waits().filter().text()))),
        key("g", "", "group the threads: by process, by name without numbers", key -> key.character() == 'g',
            (state, key, range) -> waits(state, state.choices().waits().grouped())),
        key("Ctrl-L", "", "paint the screen anew", key -> key.character() == CTRL_L,
            (state, key, range) -> state.with(new Command.Repaint())),
        key("Ctrl-Z", "", "stop, load and all, and go to the shell; fg goes on", key -> key.character() == CTRL_Z,
            (state, key, range) -> State.only(state)));

    static List<KeyBinding> all() {
        return ALL;
    }

    /** The one that answers a key. */
    static KeyBinding answering(Key key) {
        return ALL.stream().filter(binding -> binding.matches(key)).findFirst().orElseThrow();
    }

    private static KeyBinding key(String label, String word, String sentence, Predicate<Key> pressed, Action action) {
        return new KeyBinding(new Words(label, word, sentence), Need.NOTHING, pressed, action);
    }

    private KeyBinding needing(Need wanted) {
        return new KeyBinding(words, wanted, pressed, action);
    }

    String label() {
        return words.label();
    }

    String word() {
        return words.word();
    }

    String sentence() {
        return words.sentence();
    }

    /** The beginning of its sentence. */
    String shortly() {
        int end = 0;
        while (end < sentence().length() && ",;:".indexOf(sentence().charAt(end)) < 0) {
            end++;
        }
        return sentence().substring(0, end);
    }

    /** Whether the key does something there; where it does not, pressing it leads to a sentence that says so. */
    boolean useful(Surroundings around) {
        return switch (need) {
            case NOTHING -> true;
            case PROFILE -> around.source().isEmpty() && !around.replay();
            case SAMPLING -> !around.replay();
            case REPLAY -> around.replay();
        };
    }

    /** Whether the key ends the program, whatever is being typed. */
    static boolean quits(Key key) {
        return key.character() == CTRL_C || key.character() == CTRL_BACKSLASH;
    }

    boolean matches(Key key) {
        return pressed.test(key);
    }

    private static State.Update heat(State state, HeatChoice chosen) {
        return State.only(state.with(state.choices().with(chosen)));
    }

    private static State.Update waits(State state, WaitsChoice chosen) {
        return State.only(state.with(state.choices().with(chosen)));
    }

    /** A fresh run is looked at live; in a replay none can begin. */
    private static State live(State state, State.Range range) {
        return range.replay() ? state : state.in(new State.Mode.Live());
    }
}
