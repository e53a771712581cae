package coreloom.app;

import coreloom.snapshot.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that a test turns, from any thread. */
class HandClock implements Clock {
    private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public long epochMillis() {
        return nanos.get() / 1_000_000;
    }

    void pass(long more) {
        nanos.addAndGet(more);
    }
}
