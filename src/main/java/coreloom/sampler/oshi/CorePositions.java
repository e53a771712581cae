package coreloom.sampler.oshi;

import coreloom.snapshot.CoreTable;
import java.util.Arrays;
import oshi.hardware.CentralProcessor.TickType;

/**
 * Gives OSHI's times, which have a position, to the cores, which have an id. On Linux the position is that of the {@code cpuN} line of
 * {@code /proc/stat}, which has one for each core that is online; positions after the last line hold zeros.
 */
final class CorePositions {
    private CorePositions() {}

    /**
     * Adds one row for each core.
     *
     * @param ids   the cores in the order of their positions, ascending
     * @param ticks ms by position and {@link TickType}
     * @return false, and no row, when there are not exactly as many times as cores
     */
    static boolean fill(int[] ids, long[][] ticks, CoreTable into) {
        if (told(ticks) != ids.length) {
            return false;
        }
        for (int i = 0; i < ids.length; i++) {
            long[] times = ticks[i];
            into.add(ids[i], busy(times), times[TickType.IDLE.getIndex()], times[TickType.IOWAIT.getIndex()],
                    times[TickType.STEAL.getIndex()]);
        }
        return true;
    }

    private static int told(long[][] ticks) {
        int count = ticks.length;
        while (count > 0 && Arrays.stream(ticks[count - 1]).allMatch(time -> time == 0)) {
            count--;
        }
        return count;
    }

    private static long busy(long[] times) {
        return times[TickType.USER.getIndex()] + times[TickType.NICE.getIndex()] + times[TickType.SYSTEM.getIndex()]
                + times[TickType.IRQ.getIndex()] + times[TickType.SOFTIRQ.getIndex()];
    }
}
