package coreloom.view;

import coreloom.history.CoreShares;
import coreloom.history.Interval;
import coreloom.snapshot.LogicalCore;
import coreloom.snapshot.Marker;
import java.util.List;

/**
 * The line below the heatmap: where a lane began, with its name, where the user noted something, which column is the newest; on the right which
 * cores are offline, and how much the hypervisor gave to others: in the columns that time looks idle.
 *
 * @param samples  what stands behind the columns
 * @param sweep    which samples stand where
 * @param label    columns before the first of the picture
 * @param topology the cores of the machine, as far as told
 */
record HeatAxis(Samples samples, Sweep sweep, int label, List<LogicalCore> topology) {
    /** Less stolen time than this is not worth a word. */
    private static final float MIN_STEAL = 0.01f;

    void draw(Canvas axis) {
        Canvas picture = axis.part(label, 0, sweep.columns(), 1);
        lanes(picture);
        for (int x = 0; x < sweep.columns(); x++) {
            if (noted(x)) {
                picture.put(x, 0, Style.NOTICE, '▴');
            }
        }
        if (sweep.columns() > 1 && sweep.newest() / sweep.samples() >= sweep.columns() - 1) {
            picture.put(sweep.gap(), 0, Style.STRONG, '◂');
        }
        if (samples.known(sweep.newest())) {
            CoreShares newest = samples.at(sweep.newest()).cores();
            int right = steal(axis, newest);
            offline(axis.part(0, 0, axis.width() - right, 1), newest);
        }
    }

    /** Each name has the room up to the next one. */
    private void lanes(Canvas picture) {
        int end = sweep.columns();
        for (int x = sweep.columns() - 1; x >= 0; x--) {
            if (begins(x)) {
                String lane = laneName(sweep.first(x));
                picture.part(x, 0, end - x, 1).text(0, 0, Style.DIM, picture.line().append('▏').append(lane));
                end = x;
            }
        }
    }

    /** Whether a lane begins in that column, or the picture does in the midst of one. */
    private boolean begins(int x) {
        long first = sweep.first(x);
        if (first < 0) {
            return false;
        }
        String lane = laneName(first);
        long before = first - sweep.samples();
        boolean oldest = before < 0 || sweep.columns() < 2 || sweep.first(Math.floorMod(x - 1, sweep.columns())) < 0;
        return !lane.isEmpty() && (oldest || !lane.equals(laneName(before)));
    }

    /** The lane that runs at the end of that sample. */
    private String laneName(long sample) {
        return samples.known(sample) ? laneName(samples.get(samples.last(sample))) : "";
    }

    private static String laneName(Interval interval) {
        int current = interval.current();
        return current < 0 || interval.lanes().get(current).lane().phase().over() ? "" : interval.lanes().get(current).lane().name();
    }

    private boolean noted(int x) {
        long first = sweep.first(x);
        for (long sample = first; first >= 0 && sample <= sweep.last(x); sample++) {
            long last = samples.last(sample);
            for (long number = samples.first(sample); number <= last; number = samples.get(number).number() + 1) {
                if (noted(samples.get(number).markers())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean noted(List<Marker> markers) {
        for (int i = 0; i < markers.size(); i++) {
            if (markers.get(i).kind() == Marker.Kind.NOTE) {
                return true;
            }
        }
        return false;
    }

    /** Returns how many columns it takes. */
    private static int steal(Canvas axis, CoreShares cores) {
        float sum = 0;
        int known = 0;
        for (int row = 0; row < cores.size(); row++) {
            if (cores.known(row)) {
                sum += cores.steal(row);
                known++;
            }
        }
        if (known == 0 || sum / known < MIN_STEAL) {
            return 0;
        }
        StringBuilder line = Figures.percent(axis.line().append(" steal "), sum / known, 0).append(' ');
        axis.textRight(0, Style.WARNING, line);
        return line.length();
    }

    /** Names the cores that are offline: those seen before, and those that were never there. */
    private void offline(Canvas axis, CoreShares cores) {
        StringBuilder line = axis.line().append(" offline ");
        int start = line.length();
        for (int i = 0; i < topology.size(); i++) {
            appendOffline(line, start, cores, topology.get(i).id());
        }
        for (int row = 0; topology.isEmpty() && row < cores.size(); row++) {
            appendOffline(line, start, cores, cores.id(row));
        }
        if (line.length() > start) {
            axis.textRight(0, Style.WARNING, line.append(' '));
        }
    }

    /** Ranges are drawn together: {@code 3} and then 4 is {@code 3-4}. */
    private static void appendOffline(StringBuilder line, int start, CoreShares cores, int id) {
        int row = cores.find(id);
        if (cores.size() == 0 || row >= 0 && !cores.offline(row)) {
            return;
        }
        int from = Math.max(line.lastIndexOf(","), Math.max(line.lastIndexOf("-"), start - 1)) + 1;
        boolean next = line.length() > start && Integer.parseInt(line.substring(from)) == id - 1;
        if (next && line.charAt(from - 1) == '-') {
            line.setLength(from);
        } else {
            line.append(next ? "-" : line.length() > start ? "," : "");
        }
        line.append(id);
    }
}
