package coreloom.app;

import coreloom.snapshot.Clock;

/** The system's clocks; the one place that reads them. */
final class SystemClock implements Clock {
    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public long epochMillis() {
        return System.currentTimeMillis();
    }
}
