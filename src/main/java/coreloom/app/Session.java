package coreloom.app;

import coreloom.history.History;
import coreloom.replay.Moment;
import coreloom.replay.ReplaySource;
import coreloom.snapshot.Clock;
import coreloom.snapshot.OwnPort;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.SnapshotSource;
import coreloom.view.Command;
import coreloom.view.SeekGoal;
import coreloom.view.Surroundings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The session thread: moves the load on, takes snapshots when they are due and at the boundaries of phases, records them, and hands them to
 * the history. Everything that changes the run happens here, one thing after the other. Never interrupted: an interrupt would close the
 * sampler's files.
 */
final class Session implements OwnPort {
    private static final long FIRST_INTERVAL_NANOS = 150_000_000;
    private static final long LATE_NANOS = 50_000_000;
    private static final long FOLLOW_NANOS = 500_000_000;

    /** Without a terminal nobody tells that we were stopped: a wait that took so much longer than asked for does. */
    private static final long STOOD_STILL_NANOS = 2_000_000_000L;
    private final Clock clock;
    private final History history;
    private final Recorder recorder;
    private final LongSupplier terminalBytes;
    private final BlockingQueue<Runnable> asked = new LinkedBlockingQueue<>();
    private final Notices notices;
    private final Markers markers = new Markers();
    private volatile SnapshotSource source;
    private volatile Load load;
    private Optional<ReplayControl> replayed = Optional.empty();
    private Snapshot next = new Snapshot();
    private long periodNanos;
    private long due;
    private String profile = "";
    private String lastFault = "";
    private long taken;
    private long told;
    private final boolean replay;
    private long noteNanos;
    private long lastNanos;
    private boolean held;
    private boolean onBeat = true;
    private boolean ended;
    private boolean toTheEnd;
    private long longestNanos;
    private long begunNanos;
    private volatile long late;
    private volatile boolean stopped;
    private volatile Surroundings surroundings;
    private Runnable changed = () -> { };

    /**
     * @param clock         the time
     * @param history       where snapshots go; guarded by its own monitor
     * @param periodNanos   wanted time between snapshots
     * @param replay        whether snapshots come from a recorded session
     * @param terminalBytes bytes written to the terminal so far
     */
    Session(Clock clock, History history, long periodNanos, boolean replay, LongSupplier terminalBytes) {
        this.clock = clock;
        this.history = history;
        this.periodNanos = periodNanos;
        this.replay = replay;
        this.terminalBytes = terminalBytes;
        notices = new Notices(clock);
        recorder = new Recorder(notices, clock);
        surroundings = new Surroundings(List.of(), "", history.usableCores(), periodNanos, Optional.empty(), replay, "");
    }

    /** Plays another recorded session in step with the one that is watched. */
    void inStep(String name, ReplaySource other) {
        replayed.ifPresent(control -> control.inStep(new ReplayTwin(name, other, history, control.marks(load.source(), history), clock)));
    }

    /** Says what is watched. Must be called once, before the first step. */
    void watch(SnapshotSource newSource, Load newLoad) {
        source = newSource;
        load = newLoad;
        replayed = newSource instanceof ReplaySource recorded ? Optional.of(new ReplayControl(recorded, notices)) : Optional.empty();
    }

    /** Called on the session thread whenever there is something new to show. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    Recorder recorder() {
        return recorder;
    }

    Notices notices() {
        return notices;
    }

    /** Asks the session thread to do something. */
    void ask(Command command) {
        asked.add(() -> on(command));
    }

    /** Says that the whole program, load and all, stood still for a while: what was being measured is worth nothing. */
    void stoodStill() {
        asked.add(() -> {
            load.stoodStill();
            beatAnew();
        });
    }

    /** Lets the session thread look at the clock now. */
    void wake() {
        asked.add(() -> { });
    }

    /** Makes {@link #run} return soon. */
    void stop() {
        stopped = true;
        wake();
    }

    /** The body of the session thread: until stopped, or until the source and the load have ended. */
    void run() {
        begunNanos = clock.nanos();
        due = begunNanos;
        while (!stopped && !over()) {
            long wait = step();
            long before = clock.nanos();
            Runnable wish = await(wait);
            if (toTheEnd && !replay && clock.nanos() - before - wait > STOOD_STILL_NANOS) {
                stoodStill();
            }
            if (wish != null) {
                wish.run();
                wishes();
                tell();
            }
        }
        if (toTheEnd && !ended && load.fatal().isEmpty()) {
            sample(clock.nanos(), true);
        }
    }

    /** Does all that was asked for meanwhile. */
    void wishes() {
        for (Runnable wish = asked.poll(); wish != null; wish = asked.poll()) {
            wish.run();
        }
    }

    private boolean over() {
        boolean done = ended || load.finished() || clock.nanos() - begunNanos >= longestNanos;
        return !load.fatal().isEmpty() || ended && !replay || toTheEnd && done;
    }

    /** Lets {@link #run} return when all has ended, or after that many ns; a replay is then read as fast as it can be. */
    void runToTheEnd(long atMostNanos) {
        toTheEnd = true;
        longestNanos = atMostNanos;
    }

    private Runnable await(long nanos) {
        try {
            return nanos <= 0 ? asked.poll() : asked.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            stopped = true;
            return null;
        }
    }

    /**
     * Does what is due now.
     *
     * @return ns until something is due again
     */
    long step() {
        Load.Step moved = load.step();
        long now = clock.nanos();
        lookForMore(now);
        if (moved.boundary() || now >= due && !held && !ended) {
            sample(now, moved.boundary());
            tell();
        } else if (source.untilLookNanos() == 0) {
            source.look();
        } else {
            tell();
        }
        long untilDue = ended && following() ? Math.max(1, due - clock.nanos()) : held || ended ? Load.NEVER_NANOS : Math.min(due - clock.nanos(), source.untilLookNanos());
        return moved.boundary() || over() ? 0 : Math.max(0, Math.min(moved.waitNanos(), untilDue));
    }

    /** At its end a recorded session may be growing: now and then it is looked whether it has. */
    private void lookForMore(long now) {
        if (ended && following() && now >= due) {
            ended = false;
            due = now;
        }
    }

    private boolean following() {
        return !toTheEnd && !held && replayed.filter(ReplayControl::follows).isPresent();
    }

    private void sample(long now, boolean atBoundary) {
        if (!atBoundary && taken > 0 && !replay && onBeat && now - due > LATE_NANOS) {
            late++;
        }
        onBeat = true;
        if (!source.read(next)) {
            ended = true;
            due = now + FOLLOW_NANOS;
            return;
        }
        lastNanos = next.monotonicNanos();
        if (!replay) {
            markers.mark(next);
        }
        recorder.write(next, source.host());
        profile = next.profile();
        lastFault = replay ? "" : next.own().lastFault();
        synchronized (history) {
            next = history.accept(next);
            replayed.ifPresent(control -> control.took(lastNanos));
        }
        taken++;
        long until = replay && (toTheEnd || history.count() == 0) ? 0 : (long) (source.untilNextNanos(periodNanos) / pace());
        // The first reading takes its time, because it loads what it reads with; the first picture of a replay is there at once.
        due = taken == 1 && !replay ? clock.nanos() + Math.min(until, FIRST_INTERVAL_NANOS) : dueAfter(now, until, atBoundary);
    }

    /** A snapshot at a boundary restarts the beat; a late one does not make the next ones late. */
    private long dueAfter(long now, long until, boolean atBoundary) {
        return atBoundary || due + until <= now ? now + until : due + until;
    }

    private void on(Command command) {
        if (command instanceof Command.ChangePeriod change) {
            changePeriod(change.by());
        } else if (command instanceof Command.ToggleRecording) {
            toggleRecording();
        } else if (command instanceof Command.BeginNote) {
            beginNote();
        } else if (command instanceof Command.Note note) {
            note(note.text());
        } else if (command instanceof Command.HoldReplay hold) {
            held = hold.hold();
            beatAnew();
        } else if (command instanceof Command.ChangePace change) {
            replayed.ifPresent(control -> control.change(change.by()));
            beatAnew();
        } else if (command instanceof Command.Align align) {
            replayed.ifPresent(control -> control.align(align, lastNanos));
        } else if (command instanceof Command.Seek seek) {
            replayed.ifPresent(control -> seek(control, seek.goal()));
        } else if (command instanceof Command.ReadNext) {
            if (replay && !ended) {
                sample(clock.nanos(), false);
            }
        } else {
            load.on(command);
        }
    }

    /** Nobody sees the history while it is on its way. */
    private void seek(ReplayControl control, SeekGoal goal) {
        synchronized (history) {
            Optional<Moment> until = control.go(goal, lastNanos, () -> history.restart(goal instanceof SeekGoal.Start));
            ended &= until.isEmpty();
            while (until.isPresent() && !ended && (control.reaches(until.get()) || history.count() == 0)) {
                sample(clock.nanos(), false);
            }
        }
        beatAnew();
    }

    /** The next sample is due now at the latest, and nobody's fault. */
    private void beatAnew() {
        due = Math.min(due, clock.nanos());
        onBeat = false;
    }

    private void changePeriod(int by) {
        if (replay) {
            notices.say("A replay keeps the period it was recorded with: < and > change its pace.");
            return;
        }
        periodNanos = Periods.next(periodNanos, by);
        notices.say(Periods.sentence(periodNanos));
        due = Math.max(clock.nanos(), Math.min(due, clock.nanos() + periodNanos));
        onBeat = false;
    }

    private void beginNote() {
        noteNanos = clock.nanos();
        if (replay) {
            notices.say("A replay keeps the notes that it was recorded with.");
        }
    }

    /** The snapshot that tells of it is taken at once, so that it is not lost to a quick end. */
    private void note(String text) {
        markers.note(text, noteNanos);
        notices.say(recorder.on() ? "Noted." : "Noted, but nothing is being recorded: r records.");
        beatAnew();
    }

    private void toggleRecording() {
        if (replay) {
            notices.say("A replay is a recording already: copy its file to keep it.");
        } else {
            recorder.toggle(source.host(), periodNanos, clock.epochMillis());
        }
    }

    private void tell() {
        Surroundings now = describe();
        if (taken != told || !now.equals(surroundings)) {
            told = taken;
            surroundings = now;
            changed.run();
        }
    }

    private Surroundings describe() {
        return new Surroundings(load.labels(), load.source(), history.usableCores(), periodNanos, recorder.into(), replay, notice(), load.output(),
                source == null ? List.of() : source.host().cores()).with(pace());
    }

    private double pace() {
        return replayed.map(ReplayControl::pace).orElse(1.0);
    }

    /** What just happened comes first, for a while; then what is wrong, for as long as it is. */
    private String notice() {
        if (!notices.newest().isEmpty()) {
            return notices.newest();
        }
        if (!load.trouble().isEmpty()) {
            return load.trouble();
        }
        return recorder.wrong().orElse(ended && replay && !toTheEnd ? "The session ends here; left and right step through it, q quits." : lastFault);
    }

    /** How the program is set, as of the last step. */
    Surroundings surroundings() {
        return surroundings;
    }

    /** Ends the load, the recording and the source. Called after the session thread has returned, or in its stead when it hangs. */
    void close() {
        Optional.ofNullable(load).ifPresent(Load::close);
        recorder.stop();
        Optional.ofNullable(source).ifPresent(SnapshotSource::close);
    }

    @Override
    public long terminalBytes() {
        return terminalBytes.getAsLong();
    }

    @Override
    public long lateSamples() {
        return late;
    }

    @Override
    public long droppedSnapshots() {
        return recorder.dropped();
    }

    /** Why nothing could be watched, empty when something was. */
    String fatal() {
        return load == null ? "" : load.fatal();
    }

    /** Name of the profile that ran last; what was watched, when it was no profile. */
    String profile() {
        return profile.isEmpty() ? load.source() : profile;
    }

    /** The newest kind of reading that was lost, as a sentence; empty when none was. */
    String lastFault() {
        return lastFault;
    }

    SnapshotSource source() {
        return source;
    }
}
