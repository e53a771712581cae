package coreloom.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the user has set on the screen. A value: every change is a new one, made by {@link #on}.
 *
 * @param mode which interval is shown
 * @param help whether the help panel covers the panels
 * @param side what stands beside the heatmap
 * @param prompt a line that is being typed
 * @param choices how the panels are drawn
 * @param explained the place on the screen that is being explained
 */
public record State(Mode mode, boolean help, Side side, Optional<Prompt> prompt, Choices choices, Optional<Place> explained) {
    /** What stands beside the heatmap. */
    public enum Side {
        /** The waits of each thread. */
        WAITS,
        /** Where the time of the cores went. */
        BUDGET,
        /** On which cores each thread was. */
        PLACEMENT,
        /** How long lock waits took. */
        WAIT_TIMES,
        /** The lanes side by side, in the place of both. */
        LANES
    }

    /** Which interval is shown. */
    public sealed interface Mode {
        /** Always the newest. */
        record Live() implements Mode {}

        /** That one, until the user moves on; sampling goes on meanwhile. */
        record Paused(long interval) implements Mode {}
    }

    /** What a key press led to: the new state and what to ask of the program. */
    public record Update(State state, List<Command> commands) {
        public Update {
            commands = List.copyOf(commands);
        }
    }

    /**
     * Which intervals there are at the moment of a key press.
     *
     * @param oldest first interval still kept
     * @param newest last interval; smaller than {@code oldest} when there is none yet
     * @param replay whether the intervals come from a recorded session
     */
    public record Range(long oldest, long newest, boolean replay) {}

    public State {
        Objects.requireNonNull(mode);
        Objects.requireNonNull(side);
        Objects.requireNonNull(prompt);
        Objects.requireNonNull(choices);
        Objects.requireNonNull(explained);
    }

    /** With nothing being typed or explained, and the panels as usual. */
    public State(Mode mode, boolean help, Side side) {
        this(mode, help, side, Optional.empty(), Choices.USUAL, Optional.empty());
    }

    /** With the waits beside the heatmap. */
    public State(Mode mode, boolean help) {
        this(mode, help, Side.WAITS);
    }

    public static State initial() {
        return new State(new Mode.Live(), false);
    }

    /** Where somebody begins who wishes that. */
    public static State initial(Wishes wishes) {
        HeatChoice usual = HeatChoice.USUAL;
        HeatChoice heat = new HeatChoice(usual.fold(), usual.value(), usual.samplesPerColumn(), wishes.palette());
        return initial().with(Choices.USUAL.with(heat));
    }

    /** The one way in which the state changes. A key that means nothing changes nothing. */
    public Update on(Key key, Range range) {
        if (prompt.isPresent() && !KeyBinding.quits(key)) {
            return typed(prompt.get(), key);
        }
        for (KeyBinding binding : KeyBinding.all()) {
            if (binding.matches(key)) {
                return binding.action().apply(this, key, range);
            }
        }
        return only(uncovered());
    }

    private Update typed(Prompt typed, Key key) {
        State closed = typing(Optional.empty());
        if (key.kind() == Key.Kind.ENTER) {
            return typed.question().answer(closed, typed.text());
        }
        return only(key.kind() == Key.Kind.ESCAPE ? closed : typing(Optional.of(typed.on(key))));
    }

    /** Asks for a line at the bottom, with that text to begin with; what is typed goes into it until it ends. */
    State asking(Prompt.Question question, String text) {
        return uncovered().typing(Optional.of(new Prompt(question, text)));
    }

    /** Number of the interval to show. */
    public long shown(Range range) {
        return mode instanceof Mode.Paused paused ? Math.max(range.oldest(), Math.min(paused.interval(), range.newest())) : range.newest();
    }

    public boolean paused() {
        return mode instanceof Mode.Paused;
    }

    /** The same in that mode. */
    State in(Mode next) {
        return new State(next, help, side, prompt, choices, explained);
    }

    /** The same with that beside the heatmap, or the waits again where it stands there already. */
    State turned(Side to) {
        return new State(mode, help, side == to ? Side.WAITS : to, prompt, choices, explained);
    }

    /** The same with the panels drawn so. */
    State with(Choices chosen) {
        return new State(mode, help, side, prompt, chosen, explained);
    }

    /** The same with the help panel shown, or no longer. */
    State helped() {
        return new State(mode, !help, side, prompt, choices, Optional.empty());
    }

    /** The same with the next place explained, or, behind the last, none. */
    State explainingNext() {
        return new State(mode, false, side, prompt, choices, Place.after(explained, side));
    }

    private State typing(Optional<Prompt> typed) {
        return new State(mode, help, side, typed, choices, explained);
    }

    /** The same with nothing over the panels. */
    private State uncovered() {
        return new State(mode, false, side, prompt, choices, Optional.empty());
    }

    static Update only(State state) {
        return new Update(state, List.of());
    }

    Update with(Command command) {
        return new Update(this, List.of(command));
    }

    Update pause(Range range) {
        boolean now = !paused();
        State next = in(now ? new Mode.Paused(range.newest()) : new Mode.Live());
        return range.replay() ? next.with(new Command.HoldReplay(now)) : only(next);
    }

    /** Moves through time by that many intervals; the first step pauses. Past the newest a held replay reads on. */
    Update step(int by, Range range) {
        long from = shown(range);
        long to = Math.max(range.oldest(), Math.min(range.newest(), from + by));
        State next = in(new Mode.Paused(range.replay() && from + by > range.newest() ? from + by : to));
        if (!range.replay()) {
            return only(next);
        }
        return new Update(next, from + by > range.newest() ? List.of(new Command.HoldReplay(true), new Command.ReadNext())
                : List.of(new Command.HoldReplay(true)));
    }

    Update jump(long to, Range range) {
        State next = in(new Mode.Paused(to));
        return range.replay() ? next.with(new Command.HoldReplay(true)) : only(next);
    }

    Update live(Range range) {
        State next = in(new Mode.Live());
        return range.replay() ? next.with(new Command.HoldReplay(false)) : only(next);
    }
}
