package coreloom.app;

import coreloom.snapshot.Clock;

/** A clock that a test turns. */
final class HandClock implements Clock {
    private long nanos = 1_000_000_000_000L;

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public long epochMillis() {
        return nanos / 1_000_000;
    }

    void pass(long more) {
        nanos += more;
    }
}
