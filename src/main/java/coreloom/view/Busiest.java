package coreloom.view;

import coreloom.history.CoreShares;
import coreloom.history.Interval;
import java.util.Arrays;

/**
 * Finds the busiest cores: those with the most busy time over so many samples up to the last full quarter of them, so that rows change places
 * now and then, not at each tick.
 *
 * @param samples where they are
 * @param shown   number of the newest sample shown
 * @param count   how many samples are compared
 */
record Busiest(Samples samples, long shown, int count) {
    /** By core id, whether it is one of the {@code most} busiest. */
    boolean[] choose(int most) {
        long[] busy = busyNanos();
        long[] order = new long[busy.length];
        for (int id = 0; id < busy.length; id++) {
            // Microseconds, so that the id fits in below; the lower id first among equals.
            order[id] = -(busy[id] / 1000 + 1 << 17) + id;
        }
        Arrays.sort(order);
        boolean[] chosen = new boolean[busy.length];
        for (int i = 0; i < Math.min(most, order.length); i++) {
            chosen[(int) (order[i] & (1 << 17) - 1)] = true;
        }
        return chosen;
    }

    private long[] busyNanos() {
        long step = Math.max(1, count / 4);
        long end = Math.max(1, (shown + 1) / step * step);
        long[] busy = new long[0];
        for (long sample = Math.max(0, end - count); sample < Math.min(end, shown + 1); sample++) {
            long last = samples.last(sample);
            for (long number = samples.first(sample); number <= last; number = samples.get(number).number() + 1) {
                busy = added(busy, samples.get(number));
            }
        }
        return busy;
    }

    /** The same array unless there are more cores than it has room for. */
    private static long[] added(long[] busy, Interval interval) {
        CoreShares cores = interval.cores();
        boolean room = cores.size() == 0 || cores.id(cores.size() - 1) < busy.length;
        long[] sum = room ? busy : Arrays.copyOf(busy, cores.id(cores.size() - 1) + 1);
        for (int row = 0; row < cores.size(); row++) {
            sum[cores.id(row)] += cores.known(row) ? (long) (cores.busy(row) * interval.nanos()) : 0;
        }
        return sum;
    }
}
