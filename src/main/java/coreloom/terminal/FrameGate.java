package coreloom.terminal;

import coreloom.snapshot.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Whether another frame may go: the line has taken the one before, and the terminal has come to its end. May be used by any thread. */
final class FrameGate {
    private final FrameAnswers answers = new FrameAnswers();
    private final AtomicBoolean leftOut = new AtomicBoolean();
    private final Clock clock;
    private final BooleanSupplier lineIdle;
    private final Runnable open;

    /**
     * @param lineIdle whether the line has taken everything
     * @param open     told when a frame may go, once for each time that one was left out
     */
    FrameGate(Clock clock, BooleanSupplier lineIdle, Runnable open) {
        this.clock = clock;
        this.lineIdle = lineIdle;
        this.open = open;
    }

    /** What to send behind a frame that is about to go. */
    String question() {
        return answers.question(clock.nanos());
    }

    /** Whether the frame that somebody is about to draw must be left out. */
    boolean leavesOut() {
        // Said before it is looked at, so that an answer that comes between the two is not missed.
        leftOut.set(true);
        boolean shut = !isOpen();
        if (!shut) {
            leftOut.set(false);
        }
        return shut;
    }

    /** The terminal has come to the end of a frame. */
    void answered() {
        answers.answered();
        changed();
    }

    /** Something that the gate depends on has changed. */
    void changed() {
        if (isOpen() && leftOut.getAndSet(false)) {
            open.run();
        }
    }

    /** Waits until no answer is due, at most so long. */
    void await(long millis) {
        answers.await(clock.nanos(), millis);
    }

    private boolean isOpen() {
        return lineIdle.getAsBoolean() && answers.ready(clock.nanos());
    }
}
