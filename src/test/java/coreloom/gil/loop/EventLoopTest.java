package coreloom.gil.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coreloom.snapshot.WaitKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop on a hand-turned clock: the order in which it calls, and that it is CPython's. */
class EventLoopTest {
    private static final Path FOLDER = Path.of("src/test/resources/loop");

    @TempDir
    private Path directory;
    private HandTurnedLoop world;
    private final StringBuilder called = new StringBuilder();

    @BeforeEach
    void make() throws IOException {
        world = new HandTurnedLoop(directory.resolve("page"), 20);
    }

    private EventLoop.Callback says(String word) {
        return () -> called.append(world.micros()).append(word).append(' ');
    }

    @Test
    void whatIsReadyFirstRunsFirstAndWhatThatMakesReadyWaitsForTheNextRound() throws IOException {
        world.loop.callSoon(() -> {
            says("a").run();
            world.loop.callSoon(says("c"));
        });
        world.loop.callSoon(says("b"));
        world.rounds(1);
        assertEquals("0a 0b ", called.toString());
        world.rounds(1);
        assertEquals("0a 0b 0c ", called.toString());
    }

    @Test
    void timersComeByDeadlineAndSelectWaitsForTheFirst() throws IOException {
        for (int micros : List.of(30, 10, 20)) {
            world.loop.callAt(micros * 1000L, new EventLoop.Timer(says("")));
        }
        world.rounds(1);
        assertEquals("10 ", called.toString());
        world.compute(50);
        world.rounds(1);
        assertEquals("10 60 60 ", called.toString(), "both are due, the earlier one first");
    }

    @Test
    void selectDoesNotWaitWhileACallbackIsReadyButLooks() throws IOException {
        world.happens(0, says("event"));
        world.loop.callAt(5_000, new EventLoop.Timer(says("timer")));
        world.loop.callSoon(says("ready"));
        world.rounds(1);
        assertEquals("0ready 0event ", called.toString(), "what has happened comes behind what was ready");
        world.rounds(1);
        assertEquals("0ready 0event 5timer ", called.toString());
    }

    @Test
    void ofOneRoundEventsComeBeforeTimers() throws IOException {
        world.loop.callAt(5_000, new EventLoop.Timer(says("timer")));
        world.happens(5, says("event"));
        world.rounds(1);
        assertEquals("5event 5timer ", called.toString());
    }

    @Test
    void aTimerThatIsNotDueWaitsHoweverManyRoundsThereAre() throws IOException {
        world.loop.callAt(9_000, new EventLoop.Timer(says("timer")));
        for (int i = 0; i < 3; i++) {
            world.loop.callSoon(() -> world.compute(4));
            world.rounds(1);
            assertEquals("", called.toString());
        }
        world.rounds(1);
        assertEquals("12timer ", called.toString(), "nobody looked before: the loop was kept");
    }

    /** The lines of trace.txt are what CPython's BaseEventLoop prints, see trace.py. */
    @Test
    void coroutinesGetTheirTurnsInTheOrderOfCPython() throws IOException {
        List<ScriptedCoroutine> coroutines = new ArrayList<>();
        LoopLock lock = new LoopLock(world.loop);
        for (String line : Files.readAllLines(FOLDER.resolve("coroutines.txt"))) {
            if (!line.startsWith("#")) {
                coroutines.add(new ScriptedCoroutine(line, world, lock, called));
            }
        }
        while (!coroutines.stream().allMatch(ScriptedCoroutine::ended)) {
            world.rounds(1);
        }
        assertEquals(Files.readString(FOLDER.resolve("trace.txt")), called.toString());
    }

    @Test
    void theTraceIsThatOfThePythonOfThisMachine() throws Exception {
        Process python = python(List.of("python3", "-c", "import sys; sys.exit(sys.version_info < (3, 10))"));
        assumeTrue(python != null && python.waitFor() == 0, "needs a python3 of 3.10 or later");
        Process trace = python(List.of("python3", FOLDER.resolve("trace.py").toString()));
        assertEquals(Files.readString(FOLDER.resolve("trace.txt")), new String(trace.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Process python(List<String> command) {
        try {
            return new ProcessBuilder(command).start();
        } catch (IOException absent) {
            return null;
        }
    }

    @Test
    void nothingIsCalledTwice() throws IOException {
        Coroutine once = world.coroutine(says("once"));
        once.start();
        world.loop.callAt(1_000, new EventLoop.Timer(says("later")));
        world.rounds(2);
        assertEquals("0once 1later ", called.toString(), "a coroutine that returns without awaiting is parked");
        assertEquals(1, world.waitMicros(0, WaitKind.OTHER));
    }
}
