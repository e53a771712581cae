package coreloom.app;

import coreloom.terminal.Emulator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** What a terminal of 80x24 shows, for a test that waits for something to be seen on it. */
final class Screen extends OutputStream {
    private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition frame = lock.newCondition();
    private final Emulator emulator = new Emulator(80, 24);

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        lock.lock();
        try {
            for (int i = offset; i < offset + length; i++) {
                emulator.write(bytes[i]);
            }
            frame.signalAll();
        } finally {
            lock.unlock();
        }
    }

    String text() {
        lock.lock();
        try {
            return emulator.text();
        } finally {
            lock.unlock();
        }
    }

    Set<String> modes() {
        lock.lock();
        try {
            return emulator.modes();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a frame shows that text. */
    void awaitShown(String wanted) throws InterruptedException {
        await(text -> text.contains(wanted), "\"" + wanted + "\" is never shown");
    }

    /** Waits until a frame shows it no more. */
    void awaitGone(String unwanted) throws InterruptedException {
        await(text -> !text.contains(unwanted), "\"" + unwanted + "\" stays");
    }

    private void await(Predicate<String> condition, String otherwise) throws InterruptedException {
        lock.lock();
        try {
            long left = DEADLINE_NANOS;
            while (!condition.test(emulator.text())) {
                if (left <= 0) {
                    throw new AssertionError(otherwise + "; the screen is:\n" + emulator.text());
                }
                left = frame.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
