package coreloom.terminal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How far the terminal has come with what was sent to it. Whatever lies between, an SSH connection or a modem, takes frames long before the
 * terminal shows them, and says nothing; so each frame ends with a question that every terminal answers when it has come to it (device status
 * report, {@code ESC [ 5 n}, answered by {@code ESC [ 0 n}). As long as an answer is due no other frame is sent, so that what is on its way is
 * never more than one. A terminal that has never answered is not waited for. Told the time, in ns; may be used by any thread.
 */
final class FrameAnswers {
    static final String QUESTION = "\u001b[5n";

    /** An answer that has not come after this long is given up: one frame in so many seconds is no backlog. */
    static final long PATIENCE_NANOS = 10_000_000_000L;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    /** Who has not answered anything for so long never will. */
    private static final long SILENT_NANOS = 1_000_000_000L;

    /** How long somebody is waited for who was asked just now for the first time. */
    private static final long FIRST_ANSWER_MILLIS = 250;

    private int due;
    private long firstAskedNanos;
    private boolean asked;
    private boolean answers;
    private long askedNanos;

    /** What to send behind a frame that is about to go. */
    String question(long now) {
        lock.lock();
        try {
            firstAskedNanos = asked ? firstAskedNanos : now;
            asked = true;
            due = answers && now - askedNanos >= PATIENCE_NANOS ? 1 : due + 1;
            askedNanos = now;
            return QUESTION;
        } finally {
            lock.unlock();
        }
    }

    /** The terminal has come to the end of a frame. */
    void answered() {
        lock.lock();
        try {
            answers = true;
            due = Math.max(0, due - 1);
            came.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the next frame may be sent. */
    boolean ready(long now) {
        lock.lock();
        try {
            return due == 0 || !answers || now - askedNanos >= PATIENCE_NANOS;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until nothing is due, so that no answer comes to whoever reads next; at most so long. A terminal that has never answered is waited for
     * only while it may still be about to.
     */
    void await(long now, long millis) {
        lock.lock();
        try {
            boolean unknown = !answers && now - firstAskedNanos < SILENT_NANOS;
            long left = TimeUnit.MILLISECONDS.toNanos(answers ? millis : unknown ? Math.min(millis, FIRST_ANSWER_MILLIS) : 0);
            while (due > 0 && left > 0) {
                left = came.awaitNanos(left);
            }
            due = 0;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
