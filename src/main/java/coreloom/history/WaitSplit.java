package coreloom.history;

import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WaitKind;
import java.util.Arrays;

/**
 * Splits the blocked time of a thread that reports nothing over the wait kinds, by what looking at it showed. A thread that has not run
 * between two snapshots was all the time in the wait that it was last found in, which is exact; for any other the shares of its wait
 * samples hold: those of the interval, or, where none of these found it blocked, all so far.
 */
final class WaitSplit {
    private final double[] nanos = new double[WaitKind.COUNT];

    /**
     * Splits the blocked time between the two snapshots.
     *
     * @return false when no look ever found it blocked: all of it is then {@link WaitKind#OTHER}
     */
    boolean split(ThreadTable earlier, ThreadTable later, int row, double blocked) {
        Arrays.fill(nanos, 0);
        if (later.knows(row, ThreadTable.WAIT) && stayed(earlier, later, row)) {
            nanos[later.wait(row).ordinal()] = blocked;
            return true;
        }
        int all = samples(earlier, later, row);
        for (int kind = 0; kind < nanos.length && all > 0; kind++) {
            nanos[kind] *= blocked / all;
        }
        if (all == 0) {
            nanos[WaitKind.OTHER.ordinal()] = blocked;
        }
        return all > 0;
    }

    /** Whether it was neither on a core nor ready for one, and has not been put on one. */
    private static boolean stayed(ThreadTable earlier, ThreadTable later, int row) {
        int readings = ThreadTable.ON_CPU | ThreadTable.RUN_DELAY | ThreadTable.SLICES;
        return later.sameThread(row, earlier) && later.knows(row, readings) && earlier.knows(row, readings)
                && later.slices(row) == earlier.slices(row) && later.onCpuNanos(row) == earlier.onCpuNanos(row)
                && later.runDelayNanos(row) == earlier.runDelayNanos(row);
    }

    private int samples(ThreadTable earlier, ThreadTable later, int row) {
        if (!later.knows(row, ThreadTable.SAMPLES)) {
            return 0;
        }
        boolean counted = later.sameThread(row, earlier) && earlier.knows(row, ThreadTable.SAMPLES);
        int newest = count(earlier, later, row, counted);
        return newest > 0 || !counted ? newest : count(earlier, later, row, false);
    }

    /** Samples that found it blocked: those since the earlier snapshot, or all. */
    private int count(ThreadTable earlier, ThreadTable later, int row, boolean since) {
        int all = 0;
        for (int kind = 0; kind < nanos.length; kind++) {
            WaitKind each = WaitKind.of(kind);
            int samples = Math.max(0, later.blockedSamples(row, each) - (since ? earlier.blockedSamples(row, each) : 0));
            nanos[kind] = samples;
            all += samples;
        }
        return all;
    }

    /** What the thread split last was blocked for that reason, in the unit of what was split. */
    double of(WaitKind kind) {
        return nanos[kind.ordinal()];
    }
}
