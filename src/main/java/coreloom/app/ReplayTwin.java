package coreloom.app;

import coreloom.history.History;
import coreloom.history.InStep;
import coreloom.history.Interval;
import coreloom.replay.Moment;
import coreloom.replay.ReplaySource;
import coreloom.snapshot.Host;
import coreloom.snapshot.Marker;
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

    private final String name;
    private final ReplaySource source;
    private final History first;
    private final History history;
    private Snapshot next = new Snapshot();
    private OptionalLong beginning = OptionalLong.empty();
    private OptionalLong firstBeginning = OptionalLong.empty();
    private boolean atMark;
    private Host told;
    private long shiftNanos;

    /** @param first the history that it is shown beside */
    ReplayTwin(String name, ReplaySource source, History first) {
        this.name = name;
        this.source = source;
        this.first = first;
        this.history = new History(source.host().usableCores());
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

    /** Aligns the two otherwise; returns a sentence on how they are now. */
    String align(Command.Align how, long firstNanos) {
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

    private String atStartOrMark() {
        Optional<long[]> mark = atMark ? Optional.empty() : common();
        atMark = mark.isPresent();
        shift(atMark ? mark.get()[1] - mark.get()[0] : beginning.orElse(0) - firstBeginning.orElse(0));
        return atMark ? "Aligned at the first mark that both have." : "Aligned at their beginnings.";
    }

    /** Times of the first mark that both have, as far as they have been read. */
    private Optional<long[]> common() {
        for (long number = 0; number < first.count(); number = first.get(number).number() + 1) {
            for (Marker marker : first.get(number).markers()) {
                OptionalLong same = like(marker);
                if (same.isPresent()) {
                    return Optional.of(new long[] {marker.monotonicNanos(), same.getAsLong()});
                }
            }
        }
        return Optional.empty();
    }

    private OptionalLong like(Marker wanted) {
        for (long number = 0; number < history.count(); number = history.get(number).number() + 1) {
            Interval interval = history.get(number);
            for (Marker marker : interval.markers()) {
                if (marker.kind() == wanted.kind() && marker.text().equals(wanted.text())) {
                    return OptionalLong.of(marker.monotonicNanos());
                }
            }
        }
        return OptionalLong.empty();
    }
}
