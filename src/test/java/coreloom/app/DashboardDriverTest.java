package coreloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.ScriptedSource;
import coreloom.terminal.Keyboard;
import coreloom.terminal.Streams;
import coreloom.view.Command;
import coreloom.view.Key;
import coreloom.view.Keymap;
import coreloom.view.Look;
import coreloom.view.Palette;
import coreloom.view.Scenes;
import coreloom.view.Surroundings.ProfileLabel;
import coreloom.view.Wishes;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole dashboard on a terminal that is not there: press, then wait for what is seen. Time passes when a test says so. */
@Timeout(60)
class DashboardDriverTest {
    private static final long SECOND = 1_000_000_000L;
    private static final String LEFT = "\u001b[D";
    private static final String END = "\u001b[F";
    private static final String HINT = "New here? Press ? for the keys, and i to have each panel explained.";
    /** The cursor is shown again; the other screen and synchronised updates are off. */
    private static final Set<String> GIVEN_BACK = Set.of("?25");

    private final HandClock clock = new HandClock();
    private final ScriptedLoad load = new ScriptedLoad();
    private final Keyboard keyboard = new Keyboard();
    private final Screen screen = new Screen();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> seenBeforeOpening = Collections.synchronizedList(new ArrayList<>());
    @TempDir
    private Path folder;
    private Wishes wishes = Wishes.NONE;
    private FirstRun firstRun = FirstRun.NEVER;
    private volatile Session session;
    private FutureTask<Integer> exit;
    private int seconds;

    private void start(ScriptedSource source) {
        WatchPlan plan = new WatchPlan(opened -> open(opened, source), SECOND, Optional.empty(), Long.MAX_VALUE, false, 2);
        Streams streams = new Streams(keyboard, screen, 80, 24);
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        Appearance appearance = new Appearance(new Look(Look.Depth.INDEXED, true), wishes, firstRun);
        exit = new FutureTask<>(() -> new Watching(plan, clock).onDashboard(appearance, streams, errors));
        new Thread(exit, "dashboard").start();
    }

    private void open(Session opened, ScriptedSource source) {
        seenBeforeOpening.add(screen.text());
        opened.recorder().folder(folder);
        opened.watch(source, load);
        session = opened;
    }

    /** Starts, and goes to that second of the script. */
    private void startAt(int second) throws InterruptedException {
        start(Scenes.threadsThenGil());
        screen.awaitShown("1 cpu");
        for (int i = 0; i < second; i++) {
            passASecond();
        }
    }

    private void passASecond() throws InterruptedException {
        passUnseenSecond();
        screen.awaitShown(now());
    }

    private void passUnseenSecond() {
        seconds++;
        clock.pass(SECOND);
        session.wake();
    }

    private String now() {
        return String.format("12:00:%02d", seconds);
    }

    private int exitCode() throws Exception {
        return exit.get(20, TimeUnit.SECONDS);
    }

    @AfterEach
    void quit() throws Exception {
        if (exit != null && !exit.isDone()) {
            keyboard.type("q");
            exitCode();
        }
    }

    @Test
    void theFirstFrameComesBeforeAnythingIsOpenedOrRead() throws Exception {
        startAt(1);
        assertEquals(1, seenBeforeOpening.size());
        assertTrue(seenBeforeOpening.get(0).contains("first sample: 2 cores"), seenBeforeOpening.get(0));
    }

    @Test
    void aQuestionMarkShowsTheKeysAndAnyKeyClosesThem() throws Exception {
        startAt(1);
        keyboard.type("?");
        screen.awaitShown("this list; q, Esc or ? closes it");
        keyboard.type("x");
        screen.awaitGone("this list; q, Esc or ? closes it");
        screen.awaitShown("cores × time");
    }

    @Test
    void iExplainsOnePanelAfterTheOther() throws Exception {
        startAt(1);
        keyboard.type("i");
        screen.awaitShown("┬─ cores × time ──");
        keyboard.type("i");
        screen.awaitShown("─ waits ─");
        screen.awaitGone("─ cores × time ─");
        keyboard.type("iiii");
        screen.awaitGone("Esc closes");
    }

    @Test
    void keysAreThoseThatTheUserWantsButNotInWhatIsTyped() throws Exception {
        wishes = new Wishes(Keymap.of(Map.of("pause", Key.of('x'), "quit", Key.of('y'))), Wishes.Units.DECIMAL, Palette.CIVIDIS);
        startAt(4);
        screen.awaitShown("y quit");
        keyboard.type("x");
        screen.awaitShown("paused");
        keyboard.type("qmxy");
        screen.awaitShown("note xy");
        keyboard.type("\r");
        screen.awaitShown("Noted, but");
        keyboard.type("y");
        assertEquals(0, exitCode());
    }

    @Test
    void theHintOfTheFirstRunGoesWithTheFirstKeyAndNeverComesAgain() throws Exception {
        firstRun = new FirstRun(Optional.of(folder.resolve("state/coreloom/used")));
        startAt(1);
        screen.awaitShown(HINT);
        keyboard.type("x");
        screen.awaitGone(HINT);
        keyboard.type("q");
        assertEquals(0, exitCode());
        awaitFile(folder.resolve("state/coreloom/used"));
        assertFalse(firstRun.first());
    }

    @Test
    void aHintThatCannotBeRememberedHarmsNothing() throws Exception {
        Files.writeString(folder.resolve("file"), "");
        firstRun = new FirstRun(Optional.of(folder.resolve("file/coreloom/used")));
        startAt(1);
        screen.awaitShown(HINT);
        keyboard.type("x");
        screen.awaitGone(HINT);
        keyboard.type("q");
        assertEquals(0, exitCode());
        assertTrue(firstRun.first());
    }

    private static void awaitFile(Path file) {
        while (Files.notExists(file)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void spaceHoldsThePictureWhileSamplingGoesOn() throws Exception {
        startAt(4);
        keyboard.type(" ");
        screen.awaitShown("paused  12:00:04");
        passUnseenSecond();
        screen.awaitShown("paused -1s  12:00:04");
        keyboard.type(" ");
        screen.awaitShown("12:00:05");
        screen.awaitGone("paused");
    }

    @Test
    void leftStepsBackAndEndReturns() throws Exception {
        startAt(5);
        keyboard.type(LEFT);
        screen.awaitShown("paused -1s  12:00:04");
        keyboard.type(LEFT);
        screen.awaitShown("paused -2s  12:00:03");
        keyboard.type(END);
        screen.awaitGone("paused");
        screen.awaitShown("12:00:05");
    }

    @Test
    void aDigitAsksForThatProfile() throws Exception {
        startAt(1);
        keyboard.type("2");
        screen.awaitShown("asked for StartProfile[hotkey=2]");
        assertEquals(List.of(new Command.StartProfile(2)), load.commands);
    }

    @Test
    void rRecordsAndEndsTheRecording() throws Exception {
        startAt(1);
        keyboard.type("r");
        screen.awaitShown("● rec");
        passASecond();
        passASecond();
        keyboard.type("r");
        screen.awaitShown("Recorded into");
        screen.awaitGone("● rec");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> recorded = files.toList();
            assertEquals(1, recorded.size());
            assertEquals(3, Files.readAllLines(recorded.get(0)).size(), "the header and two snapshots");
        }
    }

    @Test
    void mTakesANoteIntoTheRecordingAndOntoTheScreen() throws Exception {
        startAt(1);
        keyboard.type("r");
        screen.awaitShown("● rec");
        passASecond();
        keyboard.type("m");
        screen.awaitShown("Enter marks");
        keyboard.type("q [rolled back]\r");
        screen.awaitGone("Enter marks");
        screen.awaitShown("Noted.");
        screen.awaitShown("▴");
        keyboard.type("r");
        screen.awaitGone("● rec");
        try (Stream<Path> files = Files.list(folder)) {
            String recorded = Files.readString(files.findFirst().orElseThrow());
            assertTrue(recorded.contains("\"markers\":[{\"kind\":\"note\",\"mono_ns\":"), recorded);
            assertTrue(recorded.contains("\"text\":\"q [rolled back]\"}]"), recorded);
        }
    }

    @Test
    void qEndsTheProgramAndGivesTheTerminalBack() throws Exception {
        startAt(2);
        assertFalse(screen.modes().equals(GIVEN_BACK));
        keyboard.type("q");
        assertEquals(0, exitCode());
        assertEquals(GIVEN_BACK, screen.modes());
        assertTrue(load.closed > 0);
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aHangUpEndsTheProgramAndTheLoad() throws Exception {
        startAt(2);
        keyboard.hangUp();
        assertEquals(129, exitCode());
        assertTrue(load.closed > 0);
    }

    @Test
    void anExceptionWhileDrawingGivesTheTerminalBackAndIsReported() throws Exception {
        startAt(2);
        load.labels = List.of(new ProfileLabel(1, null));
        session.wake();
        assertFailed("NullPointerException");
    }

    @Test
    void anExceptionWhileSamplingGivesTheTerminalBackAndIsReported() throws Exception {
        start(ScriptedSource.cores(2).at(1, machine -> {
            throw new IllegalStateException("the script is torn");
        }));
        screen.awaitShown("1 cpu");
        passUnseenSecond();
        assertFailed("the script is torn");
    }

    private void assertFailed(String reason) throws Exception {
        assertEquals(1, exitCode());
        assertEquals(GIVEN_BACK, screen.modes());
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.startsWith("coreloom: this should not have happened; please report it") && said.contains(reason), said);
        assertTrue(load.closed > 0);
    }
}
