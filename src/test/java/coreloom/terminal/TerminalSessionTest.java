package coreloom.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.TextGraphics;
import coreloom.snapshot.Clock;
import coreloom.view.Key;
import coreloom.view.Key.Kind;
import coreloom.view.Look;
import coreloom.view.Look.Depth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TerminalSessionTest {
    private static final String FIRST_FRAME =
            "\u001b[?1049h\u001b[2J\u001b[?25l\u001b[?2026h\u001b[m\u001b[H\u001b[2J\u001b[Hhello\u001b[?2026l\u001b[5n";
    private static final String LAST_WORD = "\u001b[0m\u001b[?25h\u001b[?1049l";
    private static final Look LOOK = new Look(Depth.INDEXED, true);
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final Keyboard keyboard = new Keyboard();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final RecordedLine line = new RecordedLine();
    private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();
    private final AtomicLong now = new AtomicLong();

    @Test
    void aKeyPressAnswersOnTheScreen() throws Exception {
        try (TerminalSession session = open(written)) {
            Emulator emulator = new Emulator(20, 4);
            session.draw((graphics, columns, rows) -> graphics.putString(0, 0, "press a key"));
            keyboard.type("\u001b[Bx");
            assertEquals(Key.of(Kind.DOWN), next());
            Key pressed = (Key) next();
            session.draw((graphics, columns, rows) -> graphics.putString(columns - 1, rows - 1, "" + pressed.character()));
            emulator.write(written.toByteArray());
            assertEquals("\n\n\n" + " ".repeat(19) + "x", emulator.text());
            assertEquals(written.size(), session.bytesWritten());
        }
    }

    @Test
    void aLoneEscapeIsAKeyOnceTimeHasPassed() throws Exception {
        try (TerminalSession session = open(written)) {
            assertEquals(LOOK, session.look());
            keyboard.type("\u001b");
            Object event = null;
            while (event == null) {
                now.addAndGet(Duration.ofMillis(60).toNanos());
                event = events.poll(10, TimeUnit.MILLISECONDS);
            }
            assertEquals(Key.of(Kind.ESCAPE), event);
        }
    }

    @Test
    void closeGivesTheTerminalBackOnce() throws Exception {
        TerminalSession session = open(written);
        session.draw(TerminalSessionTest::hello);
        session.close();
        session.close();
        session.draw(TerminalSessionTest::hello);
        assertEquals(FIRST_FRAME + LAST_WORD, text());
        assertEquals(List.of("restore"), line.calls);
    }

    @Test
    void closeBeforeAnyFrameWritesNothing() throws Exception {
        open(written).close();
        assertEquals("", text());
        assertEquals(List.of("restore"), line.calls);
    }

    @Test
    void aThrownExceptionGivesTheTerminalBack() {
        assertThrows(ArithmeticException.class, () -> {
            try (TerminalSession session = open(written)) {
                session.draw(TerminalSessionTest::hello);
                session.draw((graphics, columns, rows) -> {
                    throw new ArithmeticException();
                });
            }
        });
        assertEquals(FIRST_FRAME + LAST_WORD, text());
        assertEquals(List.of("restore"), line.calls);
    }

    @Test
    void anInterruptedCallerGivesTheTerminalBackToo() throws Exception {
        TerminalSession session = open(written);
        session.draw(TerminalSessionTest::hello);
        Thread.currentThread().interrupt();
        session.close();
        assertTrue(Thread.interrupted());
        assertEquals(FIRST_FRAME + LAST_WORD, text());
    }

    @Test
    void closeFreesAStuckWriterAndThenSaysTheLastWord() throws Exception {
        Stuck stuck = new Stuck();
        line.onDiscard = stuck.free::countDown;
        TerminalSession session = open(stuck);
        Thread drawing = drawAndBlock(session, stuck);
        assertTimeoutPreemptively(DEADLINE, session::close);
        drawing.join();
        assertTrue(text().endsWith(LAST_WORD));
        assertEquals(List.of("discard", "restore"), line.calls);
    }

    @Test
    void closeRestoresTheModesEvenIfTheLineStaysStuck() throws Exception {
        Stuck stuck = new Stuck();
        TerminalSession session = open(stuck);
        Thread drawing = drawAndBlock(session, stuck);
        assertTimeoutPreemptively(DEADLINE, session::close);
        assertEquals(List.of("discard", "restore"), line.calls);
        stuck.free.countDown();
        drawing.join();
    }

    @Test
    void aFailedWriteIsAHangUpToldOnce() throws Exception {
        try (TerminalSession session = open(new Broken())) {
            session.draw(TerminalSessionTest::hello);
            session.draw(TerminalSessionTest::hello);
            keyboard.hangUp();
            assertEquals("hung up", next());
        }
        assertNull(events.poll());
    }

    @Test
    void theEndOfInputIsAHangUp() throws Exception {
        try (TerminalSession session = open(written)) {
            keyboard.hangUp();
            assertEquals("hung up", next());
            session.draw(TerminalSessionTest::hello);
        }
        assertEquals("", text());
    }

    @Test
    void aChangedSizeIsDrawnInFull() throws Exception {
        try (TerminalSession session = open(written)) {
            session.takeSignals();
            session.draw(TerminalSessionTest::hello);
            line.size = new TerminalSize(30, 5);
            raise("WINCH");
            assertEquals("resized", next());
            written.reset();
            session.draw((graphics, columns, rows) -> graphics.putString(0, 0, columns + "x" + rows));
            assertEquals("\u001b[?2026h\u001b[m\u001b[H\u001b[2J\u001b[H30x5\u001b[?2026l\u001b[5n", text());
        }
    }

    @Test
    void controlZGivesTheTerminalBackUntilContinued() throws Exception {
        line.onStop = () -> {
            assertEquals(FIRST_FRAME + LAST_WORD, text());
            raise("CONT");
        };
        try (TerminalSession session = open(written)) {
            session.takeSignals();
            session.draw(TerminalSessionTest::hello);
            keyboard.type("\u001a");
            assertEquals("resumed", next());
            assertEquals(List.of("restore", "stop", "raw"), line.calls);
            written.reset();
            session.draw(TerminalSessionTest::hello);
            assertEquals(FIRST_FRAME, text());
        }
    }

    @Test
    void whereNobodyCouldContinueUsTheProgramGoesOn() throws Exception {
        try (TerminalSession session = open(written)) {
            session.takeSignals();
            session.suspend();
            assertEquals("resumed", next());
            assertEquals(List.of("restore", "stop", "raw"), line.calls);
        }
    }

    @Test
    void aContinueAfterAForeignStopRepaints() throws Exception {
        try (TerminalSession session = open(written)) {
            session.takeSignals();
            session.draw(TerminalSessionTest::hello);
            raise("CONT");
            assertEquals("resumed", next());
            written.reset();
            session.draw(TerminalSessionTest::hello);
            assertEquals("\u001b[?2026h\u001b[m\u001b[H\u001b[2J\u001b[Hhello\u001b[?2026l\u001b[5n", text());
        }
        assertEquals(List.of("raw", "restore"), line.calls);
    }

    @Test
    void whileTheTerminalHasNotComeToTheEndOfAFrameTheNextOnesAreLeftOut() throws Exception {
        try (TerminalSession session = open(written)) {
            draw(session, "one");
            keyboard.type("\u001b[0nx");
            assertEquals(Key.of('x'), next(), "an answer is no key");
            draw(session, "two");
            written.reset();
            draw(session, "three");
            draw(session, "four");
            assertEquals("", text());
            keyboard.type("\u001b[0n");
            assertEquals("ready", next());
            draw(session, "five");
            assertTrue(text().matches("\\u001b\\[\\?2026h\\P{Cntrl}*(\\r)?five\\u001b\\[\\?2026l\\u001b\\[5n"), text());
            keyboard.type("\u001b[0n");
        }
    }

    @Test
    void aTerminalThatNeverAnswersIsNotWaitedFor() throws Exception {
        try (TerminalSession session = open(written)) {
            draw(session, "one");
            written.reset();
            draw(session, "two");
            assertTrue(text().contains("two"), text());
        }
    }

    @Test
    void anAnswerThatIsLostIsGivenUp() throws Exception {
        try (TerminalSession session = open(written)) {
            draw(session, "one");
            keyboard.type("\u001b[0nx");
            next();
            draw(session, "two");
            written.reset();
            now.addAndGet(FrameAnswers.PATIENCE_NANOS);
            draw(session, "three");
            assertTrue(text().contains("hree"), text());
            keyboard.type("\u001b[0n");
        }
    }

    @Test
    void theTerminalIsGivenBackOnlyWhenTheLastAnswerHasCome() throws Exception {
        TerminalSession session = open(written);
        draw(session, "one");
        keyboard.type("\u001b[0nx");
        next();
        draw(session, "two");
        Thread closing = new Thread(session::close);
        closing.start();
        keyboard.type("\u001b[0n");
        closing.join();
        assertTrue(text().endsWith("\u001b[5n" + LAST_WORD), text());
        assertEquals(0, keyboard.available(), "no answer is left for the shell");
    }

    @Test
    void whoeverWasAskedJustNowMayStillAnswerAndWhoeverKeptSilentWillNot() throws Exception {
        TerminalSession early = open(written);
        draw(early, "one");
        Thread closing = new Thread(early::close);
        closing.start();
        keyboard.type("\u001b[0n");
        closing.join();
        assertTrue(text().endsWith("\u001b[5n" + LAST_WORD), text());
        FrameAnswers silent = new FrameAnswers();
        silent.question(0);
        assertTrue(silent.ready(1));
        assertTimeoutPreemptively(DEADLINE, () -> silent.await(Duration.ofSeconds(1).toNanos(), Long.MAX_VALUE / 1_000_000));
        assertTrue(silent.ready(1));
    }

    @Test
    void aLineThatTakesNothingHoldsNobodyWhoDraws() throws Exception {
        Stuck stuck = new Stuck();
        LineWriter writer = new LineWriter(stuck, () -> events.add("written"), () -> events.add("gone"));
        writer.start();
        assertTrue(writer.idle());
        writer.write("one".getBytes(StandardCharsets.US_ASCII));
        stuck.entered.await();
        assertFalse(writer.idle());
        stuck.free.countDown();
        assertEquals("written", next());
        writer.drain();
        assertEquals("one", text());
    }

    @Test
    void aLineThatFailsSaysSoAndTakesNothingMore() throws Exception {
        LineWriter writer = new LineWriter(new Broken(), () -> events.add("written"), () -> events.add("gone"));
        writer.start();
        writer.write("one".getBytes(StandardCharsets.US_ASCII));
        assertEquals("gone", next());
        assertThrows(IOException.class, () -> writer.write("two".getBytes(StandardCharsets.US_ASCII)));
    }

    private static void draw(TerminalSession session, String text) {
        session.draw((graphics, columns, rows) -> graphics.putString(0, 0, text));
    }

    @Test
    void withoutATerminalOpeningIsASentence() {
        var refused = assertThrows(IOException.class, () -> TerminalSession.open(LOOK, Map.of(), clock(), new Listener()));
        assertEquals("Standard input and output are no terminal; use --headless.", refused.getMessage());
    }

    private Thread drawAndBlock(TerminalSession session, Stuck stuck) throws InterruptedException {
        Thread drawing = new Thread(() -> session.draw(TerminalSessionTest::hello));
        drawing.start();
        assertTrue(stuck.entered.await(DEADLINE.toSeconds(), TimeUnit.SECONDS));
        return drawing;
    }

    private TerminalSession open(OutputStream output) throws IOException {
        return TerminalSession.openOn(new Streams(keyboard, output, 20, 4), line, LOOK, clock(), new Listener());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public long nanos() {
                return now.get();
            }

            @Override
            public long epochMillis() {
                return 0;
            }
        };
    }

    private Object next() throws InterruptedException {
        Object event = events.poll(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        assertFalse(event == null, "nothing was told");
        return event;
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private static void hello(TextGraphics graphics, int columns, int rows) {
        graphics.putString(0, 0, "hello");
    }

    private static void raise(String name) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            type.getMethod("raise", type).invoke(null, type.getConstructor(String.class).newInstance(name));
        } catch (ReflectiveOperationException missing) {
            throw new AssertionError(missing);
        }
    }

    private final class Listener implements TerminalListener {
        @Override
        public void key(Key key) {
            events.add(key);
        }

        @Override
        public void resized() {
            events.add("resized");
        }

        @Override
        public void ready() {
            events.add("ready");
        }

        @Override
        public void resumed() {
            events.add("resumed");
        }

        @Override
        public void hungUp() {
            events.add("hung up");
        }
    }

    /** Takes nothing until it is freed. */
    private final class Stuck extends OutputStream {
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch free = new CountDownLatch(1);

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            entered.countDown();
            try {
                free.await();
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
            written.write(bytes, offset, length);
        }
    }

    private static final class Broken extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            throw new IOException("Input/output error");
        }
    }
}
