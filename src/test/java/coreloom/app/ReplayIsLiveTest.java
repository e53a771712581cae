package coreloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.history.History;
import coreloom.recording.RecordingException;
import coreloom.replay.ReplaySource;
import coreloom.replay.SessionFormatException;
import coreloom.snapshot.ScriptedSource;
import coreloom.view.Picture;
import coreloom.view.Scenes;
import coreloom.view.State;
import coreloom.view.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replay shows what live showed, character by character. */
class ReplayIsLiveTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Surroundings AROUND = new Surroundings(List.of(), "run.jsonl", 2, SECOND, Optional.empty(), true, "");

    @TempDir
    private Path folder;
    private Path file;
    private final History live = new History(2);

    /** A real session, its clock turned by hand, watches the script and records it. */
    @BeforeEach
    void recordLive() throws RecordingException, IOException {
        file = folder.resolve("run.jsonl");
        HandClock clock = new HandClock();
        ScriptedSource source = Scenes.threadsThenGil();
        Session session = new Session(clock, live, SECOND, false, () -> 0);
        session.watch(source, new ScriptedLoad());
        session.recorder().begin(file, source.host(), SECOND, clock.epochMillis());
        while (live.count() < 21) {
            clock.pass(session.step());
            awaitLines(live.count() + 2);
        }
        session.close();
    }

    /** A run on a hand-turned clock is faster than any disk, and a full queue drops snapshots: each line is waited for, the header's too. */
    private void awaitLines(long count) throws IOException {
        long deadline = System.nanoTime() + 30 * SECOND;
        while (Files.readAllLines(file).size() < count) {
            assertTrue(System.nanoTime() < deadline, "the recording has no line " + count);
            Thread.onSpinWait();
        }
    }

    private static History replayed(Path session) throws SessionFormatException {
        try (ReplaySource source = ReplaySource.open(session)) {
            return Picture.play(source);
        }
    }

    private static String frame(History history, long interval, int columns, int rows) {
        State state = new State(new State.Mode.Paused(interval), false);
        return Picture.of(history, state, AROUND, columns, rows).text();
    }

    @Test
    void everyFrameOfEveryIntervalIsTheSame() throws Exception {
        History replayed = replayed(file);
        assertEquals(live.count(), replayed.count());
        for (long i = 0; i < live.count(); i++) {
            assertEquals(frame(live, i, 80, 24), frame(replayed, i, 80, 24), "interval " + i);
            assertEquals(frame(live, i, 120, 40), frame(replayed, i, 120, 40), "interval " + i);
        }
        assertEquals(Picture.of(live, State.initial(), AROUND, 80, 24).text(),
                Picture.of(replayed, State.initial(), AROUND, 80, 24).text());
    }

    @Test
    void theRunComesToTheSame() throws Exception {
        History replayed = replayed(file);
        assertEquals(report(live), report(replayed));
    }

    private static String report(History history) {
        return TextReport.of(LaneReport.of(history), history.machineBudget());
    }

    /**
     * Snapshot 8 is lost: the interval that spans it is twice as long, its core shares are the mean of the two lost ones, and what later
     * intervals show is what live showed.
     */
    @Test
    void aDamagedLineCostsThatSnapshotAndInventsNothing() throws Exception {
        History replayed = replayed(damaged(8));
        assertEquals(live.count() - 1, replayed.count());
        assertEquals(2 * SECOND, replayed.get(7).nanos());
        for (int core = 0; core < 2; core++) {
            float mean = (live.get(7).cores().busy(core) + live.get(8).cores().busy(core)) / 2;
            assertEquals(mean, replayed.get(7).cores().busy(core), 1e-6);
        }
        for (int i = 0; i < 7; i++) {
            assertEquals(apartFromAge(frame(live, i, 80, 24)), apartFromAge(frame(replayed, i, 80, 24)), "interval " + i);
        }
        assertEquals(afterHeatmap(live, 20), afterHeatmap(replayed, 19));
        assertEquals(report(live), report(replayed));
    }

    /** A frame without how far it is behind the newest. */
    private static String apartFromAge(String frame) {
        return frame.replaceFirst(" +paused( -\\S+)?", " paused");
    }

    /** All of a frame but the heatmap, which has a column less. */
    private static String afterHeatmap(History history, long interval) {
        return apartFromAge(frame(history, interval, 80, 24)).lines().map(line -> line.length() > 37 && "│┬".indexOf(line.charAt(37)) >= 0
                ? line.substring(37) : line).reduce("", (all, line) -> all + line + '\n');
    }

    /** A copy of the session in which the line of that snapshot has lost a byte in its middle. */
    private Path damaged(int snapshot) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String line = lines.get(snapshot + 1);
        assertTrue(line.contains("\"seq\":" + snapshot + ","), line);
        lines.set(snapshot + 1, line.substring(0, line.length() / 2) + "#" + line.substring(line.length() / 2 + 1));
        return Files.write(folder.resolve("damaged.jsonl"), lines);
    }
}
