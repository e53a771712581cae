package coreloom.view;

import coreloom.history.Interval;
import coreloom.history.LaneSummary;
import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The first line: the profiles with their hotkeys, the lane that runs and how far it is, and on the right whether this is now.
 *
 * @param around   how the program is set
 * @param interval the interval shown; empty before there is one
 * @param behind   how long before the newest the picture is held, ns; negative when it is live
 */
record HeaderBar(Surroundings around, Optional<Interval> interval, long behind) {
    /** What the names of profiles leave to the lane at least. */
    private static final int LANE_ROOM = 20;
    /** Behind the name of a lane there is room for this. */
    private static final int PHASE_ROOM = ", warming up".length();
    /** A narrower line has no room for the profiles. */
    private static final int NARROW = 80;
    /** Less than this is left to the lane alone. */
    private static final int LANE_ALONE = 34;

    void draw(Canvas canvas) {
        if (canvas.width() < NARROW) {
            narrow(canvas);
            return;
        }
        int x = canvas.text(1, 0, Style.TITLE, "coreloom") + 2;
        String right = right();
        x = around.source().isEmpty() ? profiles(canvas, x, canvas.width() - right.length() - laneRoom() - 2)
                : canvas.text(x, 0, Style.STRONG, around.source());
        if (interval.isPresent()) {
            lane(canvas.part(0, 0, canvas.width() - right.length() - 2, 1), x + 2, interval.get());
        }
        canvas.text(canvas.width() - right.length() - 1, 0, behind >= 0 ? Style.WARNING : Style.DIM, right);
    }

    /** The same whatever phase the lane is in, so that the names stay where they are. */
    private int laneRoom() {
        int current = interval.map(Interval::current).orElse(-1);
        return current < 0 ? LANE_ROOM : Math.max(LANE_ROOM, interval.get().lanes().get(current).lane().name().length() + PHASE_ROOM);
    }

    /** What runs, and on the right whether this is now. */
    private void narrow(Canvas canvas) {
        String right = right();
        Canvas left = canvas.part(0, 0, canvas.width() - right.length() - 2, 1);
        boolean alone = interval.isPresent() && left.width() < LANE_ALONE;
        String what = alone ? "" : around.source().isEmpty() ? interval.map(Interval::profile).orElse("coreloom") : around.source();
        int x = left.text(1, 0, Style.STRONG, Figures.cut(canvas.line(), what, left.width() / 2));
        if (interval.isPresent()) {
            lane(left, alone ? 1 : x + 2, interval.get());
        }
        canvas.text(canvas.width() - right.length() - 1, 0, behind >= 0 ? Style.WARNING : Style.DIM, right);
    }

    /** The one that runs with its name, of the others the first with theirs, as many as there is room for. */
    private int profiles(Canvas canvas, int from, int to) {
        int named = around.profiles().size();
        while (named > 0 && from + width(named) > to) {
            named--;
        }
        int x = from;
        int end = from;
        for (int i = 0; i < around.profiles().size(); i++) {
            Surroundings.ProfileLabel profile = around.profiles().get(i);
            if (profile.hotkey() > 0) {
                x = canvas.text(x, 0, Style.KEY, Integer.toString(profile.hotkey())) + 1;
                end = x;
                if (i < named || runs(profile)) {
                    end = canvas.text(x, 0, runs(profile) ? Style.STRONG : Style.DIM, profile.name()) + 1;
                    x = end + 1;
                }
            }
        }
        return end;
    }

    private int width(int named) {
        int width = 0;
        for (int i = 0; i < around.profiles().size(); i++) {
            Surroundings.ProfileLabel profile = around.profiles().get(i);
            width += profile.hotkey() == 0 ? 0 : i < named || runs(profile) ? profile.name().length() + 4 : 2;
        }
        return width;
    }

    private boolean runs(Surroundings.ProfileLabel profile) {
        return interval.isPresent() && interval.get().profile().equals(profile.name());
    }

    private static void lane(Canvas canvas, int x, Interval shown) {
        int current = shown.current();
        if (current >= 0) {
            StringBuilder line = canvas.line();
            if (shown.over()) {
                ended(line, shown.lanes());
            } else {
                running(line, shown.lanes().get(current).lane(), shown.endNanos(), canvas.width() - x);
            }
            canvas.text(x, 0, Style.TEXT, line);
        }
    }

    private static void ended(StringBuilder line, List<LaneSummary> lanes) {
        long failed = lanes.stream().filter(lane -> lane.lane().phase() == Phase.FAILED).count();
        if (failed == 0) {
            line.append("all lanes done");
        } else {
            line.append(failed).append(" of ").append(lanes.size()).append(lanes.size() == 1 ? " lane failed" : " lanes failed");
        }
    }

    /** The lane and how far it is; where there is little room the word for the phase goes first, then the end of the name. */
    private static void running(StringBuilder line, LaneReading lane, long now, int room) {
        line.append(", ").append(lane.phase().words());
        int words = line.length();
        progress(line, lane, now);
        if (lane.phase() == Phase.MEASURED && lane.name().length() + line.length() > room) {
            line.delete(0, words);
        }
        line.insert(0, Figures.cut(new StringBuilder(), lane.name(), Math.max(1, room - line.length())));
    }

    private static void progress(StringBuilder line, LaneReading lane, long now) {
        if (lane.phase() == Phase.MEASURED) {
            Figures.fixed(line.append(' '), Math.max(0, now - lane.phaseSinceNanos()) / 1e9, 0, 0);
            if (lane.plannedNanos() > 0) {
                Figures.fixed(line.append(" of "), lane.plannedNanos() / 1e9, 0, 0);
            }
            line.append(" s");
        }
    }

    private String right() {
        StringBuilder text = new StringBuilder();
        if (around.recording().isPresent()) {
            text.append("● rec  ");
        }
        if (around.replay()) {
            text.append("replay");
            if (around.pace() != 1) {
                Figures.fixed(text.append(' '), around.pace(), around.pace() < 1 ? 1 : 0, 0).append('x');
            }
            text.append("  ");
        }
        if (behind >= 0) {
            text.append("paused");
            if (behind > 0) {
                age(text.append(" -"), behind);
            }
            text.append("  ");
        }
        interval.ifPresent(shown -> text.append(clock(shown.endEpochMillis())));
        return text.toString();
    }

    /** In two units at most: {@code 1.5s}, {@code 3m12s}, {@code 1h02m}. */
    private static void age(StringBuilder text, long nanos) {
        long tenths = (nanos + 50_000_000) / 100_000_000;
        long seconds = (nanos + 500_000_000) / 1_000_000_000;
        if (tenths < 100) {
            text.append(tenths / 10).append(tenths % 10 == 0 ? "" : "." + tenths % 10).append('s');
        } else if (seconds < 60) {
            text.append(seconds).append('s');
        } else if (seconds < 3600) {
            text.append(seconds / 60).append('m').append(two((int) (seconds % 60))).append('s');
        } else {
            text.append(seconds / 3600).append('h').append(two((int) (seconds / 60 % 60))).append('m');
        }
    }

    private static String clock(long epochMillis) {
        LocalTime time = LocalTime.ofInstant(Instant.ofEpochMilli(epochMillis), ZoneId.systemDefault());
        return two(time.getHour()) + ':' + two(time.getMinute()) + ':' + two(time.getSecond());
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
