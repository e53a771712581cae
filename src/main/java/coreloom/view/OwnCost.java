package coreloom.view;

import coreloom.history.History;
import coreloom.history.Interval;

/**
 * What the monitor itself costs, over the newest seconds up to the interval shown: its CPU time comes in ticks of 10 ms, so that a single
 * interval says little.
 *
 * @param cores          effective cores that it uses; NaN when there is no interval
 * @param bytesPerSecond bytes written to the terminal per second
 */
record OwnCost(double cores, double bytesPerSecond) {
    private static final long ENOUGH_NANOS = 5_000_000_000L;

    /** The mean over so many intervals that they cover five seconds, or over all there are. */
    static OwnCost of(History history, long shown) {
        double cpuNanos = 0;
        double bytes = 0;
        long covered = 0;
        long number = shown;
        while (number >= 0 && covered < ENOUGH_NANOS) {
            Interval interval = history.get(number);
            cpuNanos += interval.own().cores() * interval.nanos();
            bytes += interval.own().terminalBytesPerSecond() * (interval.nanos() / 1e9);
            covered += interval.nanos();
            number = interval.first() - 1;
        }
        return new OwnCost(cpuNanos / covered, bytes * 1e9 / covered);
    }
}
