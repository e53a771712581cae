package coreloom.workload;

import coreloom.snapshot.Clock;

/** The system's time, for tests with real processes. */
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
