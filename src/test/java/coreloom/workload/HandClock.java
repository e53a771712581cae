package coreloom.workload;

import coreloom.snapshot.Clock;

/** A clock that a test turns by hand. Begins at a time that is not 0, as monotonic clocks do. */
final class HandClock implements Clock {
    private long nanos = 7_000_000_000L;

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public long epochMillis() {
        return 0;
    }

    void turnTo(long time) {
        nanos = time;
    }

    void turnMillis(long millis) {
        nanos += millis * 1_000_000;
    }
}
