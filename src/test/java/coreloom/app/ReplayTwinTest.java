package coreloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.history.History;
import coreloom.history.InStep;
import coreloom.history.Interval;
import coreloom.recording.SessionBytes;
import coreloom.replay.ReplaySource;
import coreloom.snapshot.Marker;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import coreloom.view.Command;
import coreloom.view.Picture;
import coreloom.view.SeekGoal;
import coreloom.view.State;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sessions on one time axis. */
class ReplayTwinTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;
    private final HandClock clock = new HandClock();
    private final History history = new History(2);
    private Session session;
    private ReplaySource first;
    private ReplaySource second;

    private byte[] bytes(double onCpu, Marker.Kind kind, int markAt) {
        List<Snapshot> snapshots = ScriptedSource.cores(2).lasting(600)
                .at(0, machine -> machine.lane("server", "attached", 0).process(10).phase(Phase.MEASURED))
                .at(0, machine -> machine.thread(10, 11, "busy").onCpu(onCpu).runDelay(0.01)).all();
        Snapshot marked = snapshots.get(markAt);
        marked.markers(List.of(new Marker(kind, marked.monotonicNanos(), "here")));
        return SessionBytes.of(ScriptedSource.cores(2).host(), snapshots);
    }

    private Path recorded(String name, double onCpu, int markAt) throws Exception {
        return Files.write(folder.resolve(name), bytes(onCpu, Marker.Kind.NOTE, markAt));
    }

    @BeforeEach
    void play() throws Exception {
        first = ReplaySource.open(recorded("one.jsonl", 0.8, 5));
        second = ReplaySource.open(recorded("two.jsonl", 0.4, 8));
        session = new Session(clock, history, SECOND, true, () -> 0);
        session.watch(first, new RecordedLoad(session.notices(), "one.jsonl", first));
        session.inStep("two.jsonl", second);
        for (int i = 0; i < 12; i++) {
            clock.pass(session.step());
        }
        ask(new Command.HoldReplay(true));
    }

    private void ask(Command command) {
        session.ask(command);
        session.wishes();
        session.step();
    }

    /** How much later than the beginnings the other is at the newest interval of the first, s. */
    private long lateSeconds() {
        Interval newest = history.get(history.count() - 1);
        return (history.inStep().orElseThrow().beside(newest).orElseThrow().endNanos() - newest.endNanos()) / SECOND;
    }

    @Test
    void theyAreAlignedAtTheirBeginningsAtAMarkOrByHand() {
        assertEquals(0, lateSeconds());
        ask(new Command.Align(0));
        assertEquals(3, lateSeconds());
        assertEquals("Aligned at the note 'here', the first that both have.", session.surroundings().notice());
        ask(new Command.Align(1));
        assertEquals(4, lateSeconds());
        assertEquals("two.jsonl is shown 4 s later than aligned at the beginnings.", session.surroundings().notice());
        ask(new Command.Align(0));
        assertEquals(0, lateSeconds());
        assertEquals("Aligned at their beginnings.", session.surroundings().notice());
    }

    /** A twin of a session of which little has been played, in a search that each look at the clock brings nearer to its end. */
    private ReplayTwin twin(ReplaySource one, ReplaySource two, History played, long lookNanos) {
        HandClock hasty = new HandClock() {
            @Override
            public long nanos() {
                pass(lookNanos);
                return super.nanos();
            }
        };
        ReplayTwin twin = new ReplayTwin("two", two, played, new SessionMarks("one", one, played), hasty);
        Snapshot snapshot = new Snapshot();
        for (int i = 0; i < 3; i++) {
            assertTrue(one.read(snapshot));
            snapshot = played.accept(snapshot);
            twin.follow(played.lastNanos());
        }
        return twin;
    }

    private String aligned(ReplayTwin twin, History played) {
        return twin.align(new Command.Align(0), played.lastNanos());
    }

    private static long shiftSeconds(History played) {
        return played.inStep().orElseThrow().shiftNanos() / SECOND;
    }

    @Test
    void aMarkIsFoundFarBehindWhatHasBeenPlayed() throws Exception {
        History played = new History(2);
        try (ReplaySource one = ReplaySource.open(recorded("a.jsonl", 0.8, 500)); ReplaySource two = ReplaySource.open(recorded("b.jsonl", 0.4, 77))) {
            assertEquals("Aligned at the note 'here', the first that both have.", aligned(twin(one, two, played, 0), played));
            assertEquals(77 - 500, shiftSeconds(played));
        }
    }

    @Test
    void aSearchThatTakesTooLongSaysHowFarItCameAndGoesOnTheNextTime() throws Exception {
        History played = new History(2);
        try (ReplaySource one = ReplaySource.open(recorded("a.jsonl", 0.8, 599)); ReplaySource two = ReplaySource.open(recorded("b.jsonl", 0.4, 77))) {
            ReplayTwin twin = twin(one, two, played, 90_000_000);
            String said = aligned(twin, played);
            assertTrue(said.matches("Aligned at their beginnings: no mark is in both up to \\d.* of one, and up to \\d.* of two; the same key searches on."), said);
            assertEquals(0, shiftSeconds(played));
            int presses = 1;
            while (said.endsWith("searches on.")) {
                said = aligned(twin, played);
                presses++;
            }
            assertTrue(presses > 2, presses + " presses");
            assertEquals(77 - 599, shiftSeconds(played));
        }
    }

    @Test
    void ofWhatCannotBeReadAheadItSaysSo() throws Exception {
        History played = new History(2);
        byte[] stream = bytes(0.4, Marker.Kind.NOTE, 77);
        try (ReplaySource one = ReplaySource.open(recorded("a.jsonl", 0.8, 2));
                ReplaySource two = ReplaySource.of("two", new ByteArrayInputStream(stream))) {
            assertEquals("Aligned at their beginnings: no mark is in both as far as two has been played, since it cannot be read ahead.",
                    aligned(twin(one, two, played, 0), played));
        }
    }

    @Test
    void aNoteComesBeforeOtherMarksAndOnesOfOtherKindsAreNotTheSame() {
        Marker start = new Marker(Marker.Kind.LANE_STARTED, 5, "gil");
        Marker end = new Marker(Marker.Kind.LANE_ENDED, 8, "gil");
        Marker note = new Marker(Marker.Kind.NOTE, 9, "");
        Marker alike = new Marker(Marker.Kind.NOTE, 12, "gil");
        assertEquals("a note without words", CommonMark.of(List.of(start, end, note), List.of(note, end, start)).orElseThrow().words());
        assertEquals("the start of lane 'gil'", CommonMark.of(List.of(start, end, note), List.of(alike, end, start)).orElseThrow().words());
        assertEquals(3, CommonMark.of(List.of(end), List.of(new Marker(Marker.Kind.LANE_ENDED, 11, "gil"), end)).orElseThrow().shiftNanos());
        assertTrue(CommonMark.of(List.of(start), List.of(alike, end)).isEmpty());
    }

    @Test
    void theOtherGoesAlongWithAJump() {
        long goal = history.get(0).endNanos() + 500 * SECOND;
        ask(new Command.Seek(new SeekGoal.Nanos(goal)));
        assertEquals(0, lateSeconds());
        ask(new Command.Seek(new SeekGoal.Start()));
        assertEquals(0, lateSeconds());
    }

    @Test
    void theOtherIsReadToTheEndOfWhatIsOnItsWaySoThatNoColumnChangesLater() {
        Interval newest = history.get(history.count() - 1);
        InStep other = history.inStep().orElseThrow();
        assertEquals(newest.endNanos(), other.history().get(other.last(newest)).endNanos());
        for (int i = 0; i < 10; i++) {
            ask(new Command.Align(1));
            assertTrue(history.inStep().orElseThrow().last(newest) >= history.inStep().orElseThrow().first(newest), "after " + i + " s");
        }
    }

    @Test
    void whatDiffersIsShownSideBySideWithWhatExplainsIt() {
        State lanes = new State(new State.Mode.Live(), false, State.Side.LANES);
        String screen = Picture.of(history, lanes, session.surroundings(), 120, 40).text();
        assertTrue(screen.contains("one.jsonl: cores × time") && screen.contains("two.jsonl: cores × time"), screen);
        String between = Picture.of(history, lanes, session.surroundings(), 100, 24).text();
        assertTrue(between.contains("┴") && between.contains("─ differences from the first ─"), between);
        assertTrue(screen.contains("one.jsonl: server") && screen.contains("two.jsonl: server"), screen);
        assertTrue(screen.contains("two.jsonl has 0.40 cores for 0.80 (-50 %), n/a units/s for n/a. There: "), screen);
    }
}
