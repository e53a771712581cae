package coreloom.view;

import coreloom.history.Interval;
import coreloom.history.LaneSummary;
import coreloom.snapshot.Phase;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The lanes of the run side by side, the finished ones kept: what each got out of the cores. {@code ▶} marks the one that runs, {@code !}
 * one that something went wrong in, also when it went on.
 *
 * @param interval the interval at whose end the lanes are shown
 * @param around   how the program is set
 */
record LaneTable(Interval interval, Surroundings around) {
    /** Variant of a lane that is a watched program: it was not started by us and has no workers. */
    private static final String ATTACHED = "attached";
    /** From when on the figures of a profile's lanes count. */
    static final String WARM = "since each was warm";
    private static final int NAME = 14;
    private static final int PHASE = 12;
    private static final int WIDE = 112;

    void draw(Canvas canvas) {
        Canvas body = canvas.part(0, 1, canvas.width(), canvas.height() - 1);
        int first = Math.max(0, interval.lanes().size() - (body.height() - 1));
        boolean watched = interval.current() >= 0 && interval.lanes().get(interval.current()).lane().workers() == 0;
        canvas.title(title(canvas, first), interval.entered() ? "since the jump" : watched ? sinceWatched() : WARM);
        heading(body, watched);
        for (int i = first; i < interval.lanes().size(); i++) {
            row(body.part(0, 1 + i - first, body.width(), 1), interval.lanes().get(i), i == interval.current());
        }
    }

    /** Says which lanes have a row where not all do. */
    private CharSequence title(Canvas canvas, int first) {
        int all = interval.lanes().size();
        return first == 0 ? "lanes"
                : canvas.line().append("lanes ").append(first + 1).append(" to ").append(all).append(" of ").append(all);
    }

    /** From when on the figures of a program count that is not of a profile: of what was before, a recording tells nothing. */
    private String sinceWatched() {
        boolean attached = interval.lanes().get(interval.current()).lane().variant().equals(ATTACHED);
        return around.replay() ? "since the recording began" : attached ? "since attached" : "since it began";
    }

    private static boolean wide(Canvas body) {
        return body.width() >= WIDE;
    }

    private static void heading(Canvas body, boolean watched) {
        StringBuilder line = Figures.left(body.line(), "lane", NAME);
        if (wide(body)) {
            Figures.left(line.append(' '), "phase", PHASE);
            line.append(watched ? "threads" : "workers")
                    .append("   cores    units/s  speed-up  lock wait  run queue    p50    p99  handoff/s");
        } else {
            line.append(watched ? "  thr" : "  wrk").append(" cores units/s speed-up lock wait queue   p50   p99   h/s");
        }
        body.text(1, 0, Style.DIM, line);
    }

    private static void row(Canvas canvas, LaneSummary lane, boolean current) {
        boolean running = current && !lane.lane().phase().over();
        boolean troubled = lane.lane().phase() == Phase.FAILED || !lane.lane().trouble().isEmpty();
        Style style = troubled ? Style.BAD : running ? Style.STRONG : Style.TEXT;
        StringBuilder line = Figures.left(canvas.line(), lane.lane().name(), NAME);
        boolean wide = wide(canvas);
        if (wide) {
            Figures.left(line.append(' '), phase(lane), PHASE);
        }
        workers(line, lane, wide ? 7 : 5);
        if (!lane.measured()) {
            line.append("  ").append(wide ? "" : phase(lane));
            why(line, lane.lane().notAvailable() ? lane.lane().note() : lane.lane().trouble(), canvas.width() - 2);
        } else {
            figures(line, lane, wide);
        }
        canvas.put(0, 0, style, troubled ? '!' : running ? '▶' : ' ');
        canvas.text(1, 0, style, line);
    }

    /** Why a lane without figures has none, as far as there is room. */
    private static void why(StringBuilder line, String sentence, int width) {
        if (!sentence.isEmpty()) {
            line.append(line.charAt(line.length() - 1) == ' ' ? "" : ": ");
            Figures.cut(line, sentence, width - line.length());
        }
    }

    private static String phase(LaneSummary lane) {
        return lane.lane().notAvailable() ? "n/a" : lane.lane().phase().words();
    }

    private static void workers(StringBuilder line, LaneSummary lane, int width) {
        Figures.fixed(line, lane.lane().workers() > 0 ? lane.lane().workers() : lane.threads(), 0, width);
    }

    private static void figures(StringBuilder line, LaneSummary lane, boolean wide) {
        cores(line, lane, wide);
        compact(line, lane.throughput(), wide ? 11 : 8);
        times(line, lane.speedUp(), wide ? 10 : 9);
        percent(line, lane.lockWaitShare(), wide ? 11 : 10);
        if (lane.waitShares().sampled()) {
            markSampled(line);
        }
        percent(line, lane.runDelayShare(), wide ? 11 : 6);
        nanos(line, lane.waitP50Nanos(), wide ? 7 : 6);
        nanos(line, lane.waitP99Nanos(), wide ? 7 : 6);
        compact(line, lane.handoffsPerSecond(), wide ? 11 : 6);
    }

    /** Effective cores; where there is room, of how many for a lane that may not use all. */
    private static void cores(StringBuilder line, LaneSummary lane, boolean wide) {
        int confinedTo = lane.lane().cores().size();
        int digits = !wide || confinedTo == 0 ? 0 : confinedTo < 10 ? 2 : confinedTo < 100 ? 3 : 4;
        double cores = lane.effectiveCores().orElse(Double.NaN);
        Figures.fixed(line, cores, cores >= 99.995 ? 1 : 2, (wide ? 8 : 6) - digits);
        if (digits > 0) {
            line.append('/').append(confinedTo);
        }
    }

    private static void compact(StringBuilder line, OptionalDouble value, int width) {
        Figures.compact(line, value.orElse(Double.NaN), width);
    }

    private static void times(StringBuilder line, OptionalDouble value, int width) {
        if (value.isPresent()) {
            Figures.fixed(line, value.getAsDouble(), 2, width - 1).append('×');
        } else {
            Figures.right(line, "n/a", width);
        }
    }

    private static void percent(StringBuilder line, OptionalDouble value, int width) {
        Figures.percent(line, value.orElse(Double.NaN), width);
    }

    /** Puts {@code ~} before the share just written: it comes from looking now and then. */
    private static void markSampled(StringBuilder line) {
        int at = line.length() - 1;
        while (at > 0 && (line.charAt(at) == '%' || line.charAt(at) == ' ')) {
            at--;
        }
        while (at > 0 && line.charAt(at) != ' ') {
            at--;
        }
        line.setCharAt(at, '~');
    }

    private static void nanos(StringBuilder line, OptionalLong value, int width) {
        if (value.isPresent()) {
            Figures.nanos(line, value.getAsLong(), width);
        } else {
            Figures.right(line, "-", width);
        }
    }
}
