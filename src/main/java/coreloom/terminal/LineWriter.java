package coreloom.terminal;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes to the line on a thread of its own, so that a line that takes nothing holds nobody who has something else to do. Keeps one frame:
 * whoever writes while one is under way waits, and whoever would rather not wait asks {@link #idle} before.
 */
final class LineWriter extends OutputStream {
    private final OutputStream target;
    private final Runnable written;
    private final Runnable gone;
    private byte[] pending = new byte[1 << 15];
    private int length;
    private boolean threaded;
    private IOException failure;

    /**
     * @param written called on the writing thread when it has written all there was
     * @param gone    called on the writing thread when the line has failed
     */
    LineWriter(OutputStream target, Runnable written, Runnable gone) {
        this.target = target;
        this.written = written;
        this.gone = gone;
    }

    /** From now on a thread writes; before, everybody does so themselves. */
    synchronized void start() {
        threaded = true;
        Thread thread = new Thread(this::run, "terminal writer");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        if (!isThreaded()) {
            target.write(bytes, offset, count);
            target.flush();
            return;
        }
        synchronized (this) {
            drain();
            if (count > pending.length) {
                pending = new byte[count];
            }
            System.arraycopy(bytes, offset, pending, 0, count);
            length = count;
            notifyAll();
        }
    }

    /** Whether the line has taken everything. */
    synchronized boolean idle() {
        return length == 0;
    }

    /** Waits until the line has taken everything. */
    synchronized void drain() throws IOException {
        while (length > 0 && failure == null) {
            await();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private synchronized boolean isThreaded() {
        return threaded;
    }

    private void await() throws IOException {
        try {
            wait();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the line was busy", interrupted);
        }
    }

    private void run() {
        try {
            while (true) {
                int count = awaitFrame();
                // Nobody else touches it before it is done.
                target.write(pending, 0, count);
                target.flush();
                done(null);
                written.run();
            }
        } catch (IOException broken) {
            done(broken);
            gone.run();
        }
    }

    private synchronized int awaitFrame() throws IOException {
        while (length == 0) {
            await();
        }
        return length;
    }

    private synchronized void done(IOException problem) {
        length = 0;
        failure = problem;
        notifyAll();
    }
}
