package coreloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.history.History;
import coreloom.recording.SessionBytes;
import coreloom.replay.ReplaySource;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import coreloom.view.Command;
import coreloom.view.SeekGoal;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded session is played faster or slower, gone through, and followed while it grows. */
class ReplayControlTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int SNAPSHOTS = 1_000;

    @TempDir
    private Path folder;
    private final HandClock clock = new HandClock();
    private final History history = new History(2);
    private final List<Snapshot> written = ScriptedSource.cores(2).lasting(SNAPSHOTS)
            .at(0, machine -> machine.lane("server", "attached", 0).process(10).phase(Phase.MEASURED))
            .at(0, machine -> machine.thread(10, 11, "busy").onCpu(0.3))
            .at(600, machine -> machine.thread(11).onCpu(0.9)).all();
    private byte[] bytes;
    private Path file;

    @BeforeEach
    void record() throws Exception {
        bytes = SessionBytes.of(ScriptedSource.cores(2).host(), written);
        file = Files.write(folder.resolve("run.jsonl"), bytes);
    }

    private Session session(ReplaySource source) {
        Session session = new Session(clock, history, SECOND, true, () -> 0);
        session.watch(source, new RecordedLoad(session.notices(), "run.jsonl", source));
        return session;
    }

    private void ask(Session session, Command command) {
        session.ask(command);
        session.wishes();
        session.step();
    }

    private long shownSequence() {
        long end = history.get(history.count() - 1).endNanos();
        return written.stream().filter(snapshot -> snapshot.monotonicNanos() == end).findFirst().orElseThrow().sequence();
    }

    @Test
    void thePaceGoesFromHalfToSixtyFourTimes() throws Exception {
        try (ReplaySource source = ReplaySource.open(file)) {
            Session session = session(source);
            session.step();
            clock.pass(session.step());
            for (int i = 0; i < 9; i++) {
                ask(session, new Command.ChangePace(1));
            }
            clock.pass(SECOND);
            session.step();
            assertEquals(SECOND / 64, session.step());
            assertEquals(64, session.surroundings().pace());
            for (int i = 0; i < 9; i++) {
                ask(session, new Command.ChangePace(-1));
            }
            assertEquals(0.5, session.surroundings().pace());
            clock.pass(2 * SECOND);
            session.step();
            assertEquals(2 * SECOND, session.step());
        }
    }

    @Test
    void whatIsFarIsGoneToAndLanesCountFromThere() throws Exception {
        try (ReplaySource source = ReplaySource.open(file)) {
            Session session = session(source);
            session.step();
            ask(session, new Command.HoldReplay(true));
            ask(session, new Command.Seek(new SeekGoal.Nanos(written.get(800).monotonicNanos())));
            assertEquals(800, shownSequence());
            assertTrue(history.get(0).entered() && history.count() < 300, history.count() + " intervals");
            assertEquals(0.9, history.get(history.count() - 1).threads().onCpu(0), 1e-6);
            ask(session, new Command.Seek(new SeekGoal.Nanos(written.get(860).monotonicNanos())));
            assertEquals(860, shownSequence());
            ask(session, new Command.Seek(new SeekGoal.Start()));
            assertFalse(history.get(0).entered());
            assertEquals(1, history.count());
            ask(session, new Command.Seek(new SeekGoal.End()));
            assertEquals(SNAPSHOTS - 1, shownSequence());
        }
    }

    @Test
    void aTimeOfDayIsGoneTo() throws Exception {
        try (ReplaySource source = ReplaySource.open(file)) {
            Session session = session(source);
            session.step();
            ask(session, new Command.HoldReplay(true));
            LocalDateTime wanted = second(500);
            ask(session, new Command.Seek(new SeekGoal.TimeOfDay(wanted.toLocalTime())));
            assertEquals(wanted, second((int) shownSequence()), "a time is typed to the second");
        }
    }

    private LocalDateTime second(int number) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(written.get(number).epochMillis()), ZoneId.systemDefault()).withNano(0);
    }

    @Test
    void aStreamIsGoneThroughForwardsAndSaysWhyNotBack() throws Exception {
        try (ReplaySource source = ReplaySource.of("standard input", new ByteArrayInputStream(bytes))) {
            Session session = session(source);
            session.step();
            ask(session, new Command.HoldReplay(true));
            ask(session, new Command.Seek(new SeekGoal.Nanos(written.get(700).monotonicNanos())));
            assertEquals(700, shownSequence());
            assertEquals(700, history.count());
            ask(session, new Command.Seek(new SeekGoal.Start()));
            assertEquals("What comes as a stream is gone through once: save it into a file to jump in it.", session.surroundings().notice());
            assertEquals(700, history.count());
        }
    }

    @Test
    void aFileThatGrowsIsPlayedOn() throws Exception {
        Path growing = Files.write(folder.resolve("growing.jsonl"), Arrays.copyOf(bytes, bytes.length / 2));
        try (ReplaySource source = ReplaySource.open(growing)) {
            Session session = session(source);
            session.step();
            ask(session, new Command.Seek(new SeekGoal.End()));
            clock.pass(10 * SECOND);
            session.step();
            long before = history.count();
            assertTrue(session.surroundings().notice().contains("ends here"), session.surroundings().toString() + before);
            Files.write(growing, Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length), StandardOpenOption.APPEND);
            for (int i = 0; i < 5; i++) {
                clock.pass(SECOND);
                session.step();
            }
            assertTrue(history.count() >= before + 3, before + " intervals, then " + history.count());
            assertEquals("", session.surroundings().notice());
        }
    }
}
