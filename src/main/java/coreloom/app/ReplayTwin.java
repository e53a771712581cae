package coreloom.app;

import coreloom.history.History;
import coreloom.history.InStep;
import coreloom.replay.Moment;
import coreloom.replay.ReplaySource;
import coreloom.snapshot.Clock;
import coreloom.snapshot.Host;
import coreloom.snapshot.Snapshot;
import coreloom.view.Command;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A second session that is played in step with the first: it is read as far as the first has come, and on to the end of the interval that is on
 * its way then, so that all that the first has done has something beside it. The two are aligned at their beginnings, at a mark that
 * both have, or by hand. Used by the session thread; what it changes is guarded by the lock of the first's history.
 */
final class ReplayTwin {
    private static final long HAND_NANOS = 1_000_000_000L;
    /** So long may marks be searched for at a time: a moment in which nothing is played. */
    private static final long SEARCH_NANOS = 400_000_000L;

    private final String name;
    private final ReplaySource source;
    private final History first;
    private final History history;
    private final SessionMarks firstMarks;
    private final SessionMarks marks;
    private final Clock clock;
    private Snapshot next = new Snapshot();
    private OptionalLong beginning = OptionalLong.empty();
    private OptionalLong firstBeginning = OptionalLong.empty();
    private boolean atMark;
    private Host told;
    private long shiftNanos;

    /**
     * @param first      the history that it is shown beside
     * @param firstMarks the marks of that session
     * @param clock      tells how long marks have been searched for
     */
    ReplayTwin(String name, ReplaySource source, History first, SessionMarks firstMarks, Clock clock) {
        this.name = name;
        this.source = source;
        this.first = first;
        this.firstMarks = firstMarks;
        this.clock = clock;
        history = new History(source.host().usableCores());
        marks = new SessionMarks(name, source, history);
        shift(0);
    }

    /** Reads on to where the first is. */
    void follow(long firstNanos) {
        if (firstBeginning.isEmpty()) {
            firstBeginning = OptionalLong.of(firstNanos);
            read();
            beginning = history.isEmpty() ? OptionalLong.empty() : OptionalLong.of(history.lastNanos());
            shift(beginning.orElse(firstNanos) - firstNanos);
        }
        long goal = firstNanos + shiftNanos;
        if (far(goal) && source.go(Moment.ofNanos(goal))) {
            history.restart(false);
        }
        while (!covers(goal) && source.reaches(Moment.END)) {
            read();
        }
    }

    /** Whether an interval ends there or later. */
    private boolean covers(long goal) {
        return history.count() > 0 && history.get(history.count() - 1).endNanos() >= goal;
    }

    /** Whether it is too far to read on to, or before all that was read after a jump. */
    private boolean far(long goal) {
        return !history.isEmpty() && source.canGo() && (goal - history.lastNanos() > ReplayControl.NEAR_NANOS
                || !history.fromStart() && history.count() > 0 && goal < history.get(0).endNanos());
    }

    private void read() {
        if (source.read(next)) {
            next = history.accept(next);
            tell();
        }
    }

    private void shift(long nanos) {
        shiftNanos = nanos;
        told = null;
        tell();
    }

    /** The machine may become better known as its session is read. */
    private void tell() {
        if (told != source.host()) {
            told = source.host();
            first.inStep(new InStep(name, history, told.cores(), shiftNanos));
        }
    }

    /** Aligns the two otherwise; returns a sentence on how they are now. Marks are searched for without the lock of the history. */
    String align(Command.Align how, long firstNanos) {
        if (how.by() == 0 && !atMark) {
            search();
        }
        synchronized (first) {
            String said = how.by() == 0 ? atStartOrMark() : byHand(how.by());
            follow(firstNanos);
            return said;
        }
    }

    private String byHand(int by) {
        shift(shiftNanos + by * HAND_NANOS);
        long late = shiftNanos - (beginning.orElse(0) - firstBeginning.orElse(0));
        return name + " is shown " + Math.abs(late) / HAND_NANOS + " s " + (late < 0 ? "earlier" : "later") + " than aligned at the beginnings.";
    }

    /** Half of the time for each of the two, and what one leaves for the other. */
    private void search() {
        long begun = clock.nanos();
        firstMarks.search(() -> clock.nanos() - begun < SEARCH_NANOS / 2);
        marks.search(() -> clock.nanos() - begun < SEARCH_NANOS);
        firstMarks.search(() -> clock.nanos() - begun < SEARCH_NANOS);
    }

    private String atStartOrMark() {
        boolean back = atMark;
        Optional<CommonMark> mark = back ? Optional.empty() : CommonMark.of(firstMarks.known(), marks.known());
        atMark = mark.isPresent();
        shift(mark.map(CommonMark::shiftNanos).orElse(beginning.orElse(0) - firstBeginning.orElse(0)));
        return back ? "Aligned at their beginnings."
                : mark.map(common -> "Aligned at " + common.words() + ", the first that both have" + reach() + ".")
                .orElseGet(() -> "Aligned at their beginnings: no mark is in both" + reach()
                        + (firstMarks.more() || marks.more() ? "; the same key searches on." : "."));
    }

    private String reach() {
        String one = firstMarks.reach();
        String other = marks.reach();
        return (one.isEmpty() ? "" : " " + one) + (one.isEmpty() || other.isEmpty() ? "" : ", and") + (other.isEmpty() ? "" : " " + other);
    }
}
