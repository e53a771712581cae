package coreloom.app;

import coreloom.snapshot.Clock;

/** What just happened, in one sentence that is shown for a while: the newest one wins. Used by the session thread. */
final class Notices {
    private static final long SHOWN_NANOS = 8_000_000_000L;

    private final Clock clock;
    private String sentence = "";
    private long saidNanos;

    Notices(Clock clock) {
        this.clock = clock;
    }

    void say(String newSentence) {
        sentence = newSentence;
        saidNanos = clock.nanos();
    }

    /** The newest sentence; empty when there was none lately. */
    String newest() {
        return clock.nanos() - saidNanos < SHOWN_NANOS ? sentence : "";
    }
}
