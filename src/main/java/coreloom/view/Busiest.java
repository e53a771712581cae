package coreloom.view;

import coreloom.history.CoreShares;
import coreloom.history.History;
import java.util.Arrays;

/**
 * Finds the busiest cores: those with the most busy time over so many samples up to the last full quarter of them, so that rows change places
 * now and then, not at each tick.
 *
 * @param history where the intervals are
 * @param shown   number of the newest interval shown
 * @param samples how many intervals are compared
 */
record Busiest(History history, long shown, int samples) {
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
        long step = Math.max(1, samples / 4);
        long end = Math.max(1, (shown + 1) / step * step);
        long[] busy = new long[0];
        for (long number = Math.max(history.oldest(), end - samples); number < Math.min(end, shown + 1); number++) {
            CoreShares cores = history.get(number).cores();
            if (cores.size() > 0 && cores.id(cores.size() - 1) >= busy.length) {
                busy = Arrays.copyOf(busy, cores.id(cores.size() - 1) + 1);
            }
            for (int row = 0; row < cores.size(); row++) {
                busy[cores.id(row)] += cores.known(row) ? (long) (cores.busy(row) * history.get(number).nanos()) : 0;
            }
        }
        return busy;
    }
}
