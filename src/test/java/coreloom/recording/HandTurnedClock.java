package coreloom.recording;

import coreloom.snapshot.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until a test turns it, from any thread. */
final class HandTurnedClock implements Clock {
    private final AtomicLong nanos = new AtomicLong();

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
