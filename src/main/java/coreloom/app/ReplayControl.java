package coreloom.app;

import coreloom.history.History;
import coreloom.replay.Moment;
import coreloom.replay.ReplaySource;
import coreloom.view.Command;
import coreloom.view.SeekGoal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** How a recorded session is played: how fast, and where it goes on. Used by the session thread. */
final class ReplayControl {
    /** What keys step through: times as fast as it was recorded. */
    private static final double[] PACES = {0.5, 1, 2, 4, 8, 16, 32, 64};

    /** So far ahead it is read on to, as it would be played; what is farther is gone to. */
    static final long NEAR_NANOS = 120_000_000_000L;

    /** A time of day is typed to the second: what was in it is shown, not what was before it. */
    private static final long REST_OF_SECOND_MILLIS = 999;

    private final ReplaySource source;
    private final Notices notices;
    private Optional<ReplayTwin> twin = Optional.empty();
    private int pace = 1;

    ReplayControl(ReplaySource source, Notices notices) {
        this.source = source;
        this.notices = notices;
    }

    /** One pace faster (+1) or slower (−1). */
    void change(int by) {
        pace = Math.max(0, Math.min(PACES.length - 1, pace + by));
        notices.say(pace == 1 ? "Played at the pace it was recorded at." : pace == 0 ? "Played at half the pace it was recorded at."
                : "Played " + (int) PACES[pace] + " times as fast as it was recorded.");
    }

    /** Plays another session in step. */
    void inStep(ReplayTwin other) {
        twin = Optional.of(other);
    }

    /** The marks of the session that is played. */
    SessionMarks marks(String name, History history) {
        return new SessionMarks(name, source, history);
    }

    /** A snapshot of that time has come in. */
    void took(long nanos) {
        twin.ifPresent(other -> other.follow(nanos));
    }

    /** Aligns two sessions otherwise. */
    void align(Command.Align how, long nanos) {
        notices.say(twin.map(other -> other.align(how, nanos)).orElse("There is one session: coreloom replay A B plays two in step."));
    }

    double pace() {
        return PACES[pace];
    }

    /** Whether what is played may grow meanwhile. */
    boolean follows() {
        return source.canGo();
    }

    /** Whether there is a further snapshot up to that moment. */
    boolean reaches(Moment moment) {
        return source.reaches(moment);
    }

    /**
     * Goes to where reading is to begin.
     *
     * @param lastNanos monotonic time of the snapshot read last
     * @param anew      called when what was read so far no longer leads up to what comes
     * @return up to which moment to read; empty when there is no way, of which a notice then tells
     */
    Optional<Moment> go(SeekGoal goal, long lastNanos, Runnable anew) {
        Optional<Moment> moment = moment(goal);
        if (moment.isEmpty()) {
            notices.say("The session tells no time of day to go to: -3m goes back, Home to its beginning.");
        } else if (near(moment.get(), lastNanos)) {
            return moment;
        } else if (source.go(moment.get())) {
            anew.run();
            return moment;
        } else {
            notices.say(source.canGo() ? "No line to begin at was found there." : "What comes as a stream is gone through once: save it into a file to jump in it.");
        }
        return Optional.empty();
    }

    private boolean near(Moment moment, long lastNanos) {
        boolean ahead = !moment.wallClock() && moment.time() > lastNanos;
        return ahead && (moment.time() - lastNanos <= NEAR_NANOS || !source.canGo() && !moment.equals(Moment.END));
    }

    private Optional<Moment> moment(SeekGoal goal) {
        if (goal instanceof SeekGoal.TimeOfDay day) {
            return source.reach().map(reach -> Moment.ofEpochMillis(epochMillis(day.time(), reach[0], reach[1]) + REST_OF_SECOND_MILLIS));
        }
        return Optional.of(goal instanceof SeekGoal.Nanos at ? Moment.ofNanos(at.nanos()) : goal instanceof SeekGoal.End ? Moment.END : Moment.START);
    }

    /** When it was that time of day for the last time before the session ended; where it was before the session began, that day all the same. */
    private static long epochMillis(LocalTime time, long begin, long end) {
        ZoneId zone = ZoneId.systemDefault();
        LocalDateTime last = LocalDateTime.ofInstant(Instant.ofEpochMilli(end), zone);
        // The end is that of the last full line: what comes behind it belongs to it.
        LocalDateTime wanted = last.toLocalDate().atTime(time);
        long today = wanted.atZone(zone).toInstant().toEpochMilli();
        long yesterday = wanted.minusDays(1).atZone(zone).toInstant().toEpochMilli();
        return wanted.isAfter(last.plusMinutes(2)) && yesterday >= begin ? yesterday : today;
    }
}
