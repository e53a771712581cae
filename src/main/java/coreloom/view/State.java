package coreloom.view;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongPredicate;

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
    private static final long SECOND_MILLIS = 1_000;

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
     * Which intervals there are at the moment of a key press. The first has the number 0.
     *
     * @param newest last interval; negative when there is none yet
     * @param replay whether the intervals come from a recorded session
     * @param times  when they ended
     */
    public record Range(long newest, boolean replay, IntervalTimes times) {
        public Range {
            Objects.requireNonNull(times);
        }

        /** Number of the first interval that ends at that time or later; beyond the newest when none does. */
        long at(long nanos) {
            return search(number -> times.endNanos(number) < nanos);
        }

        /** The same by wall-clock time, ms since 1970 UTC. */
        long atEpoch(long millis) {
            return search(number -> times.endEpochMillis(number) < millis);
        }

        /** Whether that time is behind all intervals, or before the first of those that do not begin with the session. */
        boolean outside(long nanos) {
            return nanos > times.endNanos(newest) || nanos < times.endNanos(0) && !times.fromStart();
        }

        private long search(LongPredicate before) {
            long low = 0;
            long high = newest + 1;
            while (low < high) {
                long middle = (low + high) / 2;
                if (before.test(middle)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

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
            return typed(prompt.get(), key, range);
        }
        for (KeyBinding binding : KeyBinding.all()) {
            if (binding.matches(key)) {
                Update after = binding.action().apply(this, key, range);
                return help ? new Update(after.state().unlisted(), after.commands()) : after;
            }
        }
        return only(uncovered());
    }

    private Update typed(Prompt typed, Key key, Range range) {
        State closed = typing(Optional.empty());
        if (key.kind() == Key.Kind.ENTER) {
            return typed.question().answer(closed, typed.text(), range);
        }
        return only(key.kind() == Key.Kind.ESCAPE ? closed : typing(Optional.of(typed.on(key))));
    }

    /** Asks for a line at the bottom, with that text to begin with; what is typed goes into it until it ends. */
    State asking(Prompt.Question question, String text) {
        return uncovered().typing(Optional.of(new Prompt(question, text, false)));
    }

    /** Number of the interval to show. */
    public long shown(Range range) {
        return mode instanceof Mode.Paused paused ? Math.max(0, Math.min(paused.interval(), range.newest())) : range.newest();
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

    /** Whether the list of keys or an explanation is over the panels. */
    boolean covered() {
        return help || explained.isPresent();
    }

    /** The same without the list of keys: what a key did is to be seen. */
    private State unlisted() {
        return new State(mode, false, side, prompt, choices, explained);
    }

    /** The same with nothing over the panels. */
    State uncovered() {
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

    /** Moves by an interval, back (−1) or forth (+1); the first step pauses. Past the newest a held replay reads on. */
    Update step(int by, Range range) {
        long from = shown(range);
        if (from < 0) {
            return jump(0, range);
        }
        long to = by < 0 ? range.times().first(from) - 1 : range.times().last(from) + 1;
        return range.replay() && to > range.newest()
                ? new Update(in(new Mode.Paused(to)), List.of(new Command.HoldReplay(true), new Command.ReadNext()))
                : jump(Math.max(0, Math.min(range.newest(), to)), range);
    }

    /** Moves by so much time, at least by one interval. */
    Update move(long nanos, Range range) {
        long from = shown(range);
        if (from < 0) {
            return jump(0, range);
        }
        long goal = range.times().endNanos(from) + nanos;
        if (range.replay() && range.outside(goal)) {
            return seek(new SeekGoal.Nanos(goal));
        }
        long to = range.at(goal);
        long atLeast = nanos < 0 ? range.times().first(from) - 1 : range.times().last(from) + 1;
        return jump(Math.max(0, Math.min(range.newest(), nanos < 0 ? Math.min(to, atLeast) : Math.max(to, atLeast))), range);
    }

    /** Goes to the time that was typed; what is none stays to be mended. */
    Update wished(String text, Range range) {
        return text.isBlank() ? only(this) : TimeWish.of(text).map(wish -> go(wish, range))
                .orElse(only(typing(Optional.of(new Prompt(Prompt.Question.TIME, text, true)))));
    }

    /** Shows the interval in which that time was; the oldest or the newest where it is before or behind them all. */
    private Update go(TimeWish wish, Range range) {
        if (wish instanceof TimeWish.At at && range.newest() >= 0) {
            long millis = epochMillis(at, range);
            boolean kept = millis >= range.times().endEpochMillis(0) - SECOND_MILLIS;
            return range.replay() && !kept ? seek(new SeekGoal.TimeOfDay(at.time()))
                    : jump(Math.min(range.newest(), range.atEpoch(millis)), range);
        }
        return wish instanceof TimeWish.By by ? move(by.nanos(), range) : only(this);
    }

    /** When it was that time of day last, seen from the newest interval. */
    private static long epochMillis(TimeWish.At at, Range range) {
        LocalDateTime newest = LocalDateTime.ofInstant(Instant.ofEpochMilli(range.times().endEpochMillis(range.newest())), ZoneId.systemDefault());
        LocalDateTime today = newest.toLocalDate().atTime(at.time());
        LocalDateTime last = today.isAfter(newest) ? today.minusDays(1) : today;
        return last.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
    }

    /** The replay is held where it comes to. */
    private Update seek(SeekGoal goal) {
        long number = goal instanceof SeekGoal.Start ? 0 : Long.MAX_VALUE;
        return new Update(in(new Mode.Paused(number)), List.of(new Command.HoldReplay(true), new Command.Seek(goal)));
    }

    /** To the oldest interval; of a replay that was entered in its middle, to its beginning. */
    Update home(Range range) {
        return range.replay() && !range.times().fromStart() ? seek(new SeekGoal.Start()) : jump(0, range);
    }

    /** To the newest interval; of a replay, to the end of what is recorded so far. */
    Update end(Range range) {
        Update live = live(range);
        return range.replay() ? new Update(live.state(), List.of(new Command.HoldReplay(false), new Command.Seek(new SeekGoal.End()))) : live;
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
