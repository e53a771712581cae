package coreloom.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.screen.Screen.RefreshType;
import coreloom.snapshot.Clock;
import coreloom.view.Key;
import coreloom.view.Look;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The terminal while it is ours: frames go out, keys come in, and {@link #close()} gives it back as it was.
 *
 * <pre>
 *   OPEN ── Ctrl-Z, SIGTSTP ──▶ SUSPENDED ── SIGCONT ──▶ OPEN
 *    ├── SIGHUP, end of input, failed write ──▶ HUNG_UP
 *    └── close() from any of them ──▶ CLOSED
 * </pre>
 * Threads: one draws, one reads keys, one for each signal, any closes. Frames are written under a lock, so that none follows the last word.
 */
public final class TerminalSession implements AutoCloseable {
    private enum State { OPEN, SUSPENDED, HUNG_UP, CLOSED }

    private static final char CONTROL_Z = 0x1a;
    private static final long ESCAPE_NANOS = 50_000_000;
    private static final long ESCAPE_BY_SSH_NANOS = 250_000_000;

    /** How long an answer of the terminal may take at the end; a slow line needs a second for a frame. */
    private static final long ANSWER_MILLIS = 1000;

    /** How long a line may take for the last word; the kernel takes it at once unless the line is stuck. */
    private static final long LAST_WORD_MILLIS = 300;

    /** Where nobody could continue us the kernel does not stop us; after this long we know. */
    private static final long STOP_MILLIS = 200;
    private static final long CLOSE_MILLIS = 3000;

    private final Look look;
    private final TerminalListener listener;
    private final InputStream keys;
    private final Clock clock;
    private final LineWriter writer;
    private final FrameGate gate;
    private final FrameStream frames;
    private final Tty tty;
    private final DeltaScreen screen;
    private final TerminalSignals signals = new TerminalSignals();
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicBoolean sizeMayDiffer = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile State state = State.OPEN;
    private volatile TerminalLine line;
    private volatile CountDownLatch continued = new CountDownLatch(0);
    private volatile Runnable afterFirstFrame;
    private boolean shown;

    private TerminalSession(Streams streams, TerminalLine line, Look look, Clock clock, TerminalListener listener) throws IOException {
        this.look = look;
        this.listener = listener;
        this.line = line;
        this.clock = clock;
        keys = streams.keys();
        writer = new LineWriter(streams.frames(), this::written, this::hangUp);
        gate = new FrameGate(clock, writer::idle, listener::ready);
        frames = new FrameStream(writer);
        tty = new Tty(frames, streams.size());
        screen = new DeltaScreen(tty, frames, look, gate::question);
    }

    /**
     * Opens the terminal on standard input and output, made raw by the launcher or else now. Nothing is written until the first frame. The
     * terminal is given back when the JVM ends, if not before.
     *
     * @param environment looked at for {@code SSH_CONNECTION}: Escape takes its time on a line with delays
     * @throws IOException with a sentence, where there is no terminal
     */
    public static TerminalSession open(Look look, Map<String, String> environment, Clock clock, TerminalListener listener)
            throws IOException {
        Optional<LauncherHandover> handover = LauncherHandover.take();
        if (handover.isEmpty()) {
            throw new IOException("Standard input and output are no terminal; use --headless.");
        }
        TerminalSession session = on(handover.get(), new FileOutputStream(FileDescriptor.out), look, clock, listener);
        session.closeAtExit();
        session.writer.start();
        session.readKeys(environment.containsKey("SSH_CONNECTION") ? ESCAPE_BY_SSH_NANOS : ESCAPE_NANOS);
        return session;
    }

    /**
     * Opens a session that goes the way of a real one, but draws nowhere: it loads everything a start loads, for a training run to archive.
     * Standard input is closed with it.
     */
    public static TerminalSession rehearse(Look look, Clock clock, TerminalListener listener) throws IOException {
        LauncherHandover.take();
        LauncherHandover handover = new LauncherHandover("", new TerminalSize(120, 40));
        TerminalSession session = on(handover, OutputStream.nullOutputStream(), look, clock, listener);
        session.closeAtExit();
        session.writer.start();
        new KeyReader(InputStream.nullInputStream(), new KeyDecoder(session::pressed, ESCAPE_NANOS), clock, () -> { }).run();
        session.keys.read(new byte[0]);
        session.afterFirstFrame.run();
        session.afterFirstFrame = null;
        return session;
    }

    private static TerminalSession on(LauncherHandover handover, OutputStream output, Look look, Clock clock, TerminalListener listener)
            throws IOException {
        TerminalSize size = handover.size();
        Streams streams = new Streams(new TerminalInput(), output, size.getColumns(), size.getRows());
        TerminalSession session = new TerminalSession(streams, new SttyLine(handover.savedSettings()), look, clock, listener);
        session.afterFirstFrame = () -> session.improveLine(handover.savedSettings());
        return session;
    }

    /** Opens a terminal that is not there, for tests: no modes, no signals, a fixed size. */
    public static TerminalSession openOn(Streams streams, Look look, Clock clock, TerminalListener listener) throws IOException {
        return openOn(streams, new FixedLine(streams.size()), look, clock, listener);
    }

    static TerminalSession openOn(Streams streams, TerminalLine line, Look look, Clock clock, TerminalListener listener)
            throws IOException {
        TerminalSession session = new TerminalSession(streams, line, look, clock, listener);
        session.readKeys(ESCAPE_NANOS);
        return session;
    }

    /** Gives back a terminal that the launcher made raw, at the latest when the JVM ends, also when no session was ever opened on it. */
    public static void giveBackAtExit() {
        LauncherHandover.giveBackAtExit();
    }

    /** What this terminal can show. */
    public Look look() {
        return look;
    }

    /** Bytes sent to the terminal so far. */
    public long bytesWritten() {
        return frames.writtenBytes();
    }

    /**
     * Draws a frame: what differs from the one before goes out in one write, and nothing when nothing differs. To be called by one thread.
     * While the terminal has not yet come to the end of the frame before, this one is left out, and the listener is told when another would be
     * taken. Does nothing while the terminal is not ours.
     */
    public void draw(Painter painter) {
        if (state != State.OPEN || gate.leavesOut()) {
            return;
        }
        adoptSize();
        TerminalSize size = screen.getTerminalSize();
        screen.blank();
        painter.paint(screen.newTextGraphics(), size.getColumns(), size.getRows());
        show();
        Runnable next = afterFirstFrame;
        if (next != null) {
            afterFirstFrame = null;
            daemon("terminal line", next).start();
        }
    }

    /** Lets the next frame be drawn from nothing: whatever else was written on the screen goes. To be called by the thread that draws. */
    public void repaint() {
        screen.repaintNext();
    }

    /**
     * Gives the terminal to the shell and stops the process group, as Ctrl-Z does for any program. Returns when the program goes on: when
     * it was continued, or at once where nobody could continue it.
     */
    public void suspend() {
        if (!signals.holds("TSTP") || !become(State.SUSPENDED)) {
            return;
        }
        CountDownLatch wakeUp = new CountDownLatch(1);
        continued = wakeUp;
        gate.await(ANSWER_MILLIS);
        leave();
        line.restore();
        signals.toDefault("TSTP");
        line.stopProcessGroup();
        if (!await(wakeUp, STOP_MILLIS) && state == State.SUSPENDED) {
            resume();
        }
    }

    /**
     * Gives the terminal back as it was. Never waits for a stuck line longer than two seconds; calling it again, from any thread, does no
     * more.
     */
    @Override
    public void close() {
        boolean gone = state == State.HUNG_UP;
        if (!become(State.CLOSED)) {
            await(closed, CLOSE_MILLIS);
            return;
        }
        try {
            signals.close();
            if (!gone) {
                gate.await(ANSWER_MILLIS);
            }
            sayLastWord();
        } finally {
            line.restore();
            stopReading();
            closed.countDown();
        }
    }

    private void readKeys(long escapeNanos) {
        KeyDecoder decoder = new KeyDecoder(this::pressed, escapeNanos, gate::answered);
        daemon("terminal keys", new KeyReader(keys, decoder, clock, this::hangUp)).start();
    }

    private void written() {
        gate.changed();
    }

    private void pressed(Key key) {
        if (key.character() == CONTROL_Z) {
            // Not here: the terminal's answers must be read meanwhile.
            daemon("terminal suspend", this::suspend).start();
        } else if (state == State.OPEN) {
            listener.key(key);
        }
    }

    /** Takes the signals and the C library, which the first frame did not wait for. */
    private void improveLine(String savedSettings) {
        takeSignals();
        NativeLine.load(savedSettings).ifPresent(better -> line = better);
        line.size().filter(size -> !size.equals(screen.getTerminalSize())).ifPresent(size -> sizeChanged());
    }

    void takeSignals() {
        signals.on("WINCH", this::sizeChanged);
        signals.on("CONT", this::resume);
        signals.on("TSTP", this::suspend);
        signals.on("HUP", this::hangUp);
    }

    private void sizeChanged() {
        sizeMayDiffer.set(true);
        listener.resized();
    }

    private void adoptSize() {
        if (sizeMayDiffer.getAndSet(false)) {
            line.size().ifPresent(tty::resize);
            screen.doResizeIfNecessary();
            screen.repaintNext();
        }
    }

    private void show() {
        lock.lock();
        try {
            if (state == State.OPEN) {
                enter();
                screen.refresh(RefreshType.DELTA);
            }
        } catch (IOException gone) {
            hangUp();
        } finally {
            lock.unlock();
        }
    }

    private void enter() throws IOException {
        if (!shown) {
            shown = true;
            screen.startScreen();
            screen.repaintNext();
        }
    }

    private void leave() {
        lock.lock();
        try {
            if (shown) {
                shown = false;
                screen.stopScreen(false);
                writer.drain();
            }
        } catch (IOException | IllegalStateException gone) {
            hangUp();
        } finally {
            lock.unlock();
        }
    }

    /** After any stop, also one we did not ask for: the modes may be the shell's, the size another, the screen anything. */
    private void resume() {
        if (state != State.OPEN && state != State.SUSPENDED) {
            return;
        }
        line.raw();
        signals.on("TSTP", this::suspend);
        sizeMayDiffer.set(true);
        become(State.OPEN);
        continued.countDown();
        listener.resumed();
    }

    private void hangUp() {
        if (become(State.HUNG_UP)) {
            listener.hungUp();
        }
    }

    /** Writes the end on a thread of its own: a stuck line holds whoever writes to it, and who draws may be held already. */
    private void sayLastWord() {
        Thread writer = daemon("terminal close", this::leave);
        writer.start();
        if (!join(writer)) {
            line.discardOutput();
            join(writer);
        }
    }

    private void stopReading() {
        try {
            keys.close();
        } catch (IOException gone) {
            // Nobody reads any more, which is all that was wanted.
        }
    }

    private void closeAtExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "terminal exit"));
    }

    /** Goes to a state unless what happened before rules it out; tells whether it went. */
    private synchronized boolean become(State next) {
        boolean allowed = switch (next) {
            case OPEN -> state == State.SUSPENDED;
            case SUSPENDED -> state == State.OPEN;
            case HUNG_UP -> state == State.OPEN || state == State.SUSPENDED;
            case CLOSED -> state != State.CLOSED;
        };
        state = allowed ? next : state;
        return allowed;
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Waits also for a caller that was interrupted: giving back is what it is about to end with. */
    private static boolean join(Thread thread) {
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(LAST_WORD_MILLIS);
        } catch (InterruptedException hurry) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    private static boolean await(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
