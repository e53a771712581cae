package coreloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.history.History;
import coreloom.snapshot.ScriptedSource;
import coreloom.view.Command;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The session thread, turned by hand. */
class SessionTest {
    private static final long SECOND = 1_000_000_000L;

    private final HandClock clock = new HandClock();
    private final History history = new History(2);
    private final ScriptedLoad load = new ScriptedLoad();

    private Session session(ScriptedSource source, boolean replay) {
        Session session = new Session(clock, history, SECOND, replay, () -> 0);
        session.watch(source, load);
        return session;
    }

    /** Steps, and lets as much time pass as the step asked for. */
    private long stepAndWait(Session session) {
        long wait = session.step();
        clock.pass(wait);
        return wait;
    }

    @Test
    void theFirstIntervalIsShortAndTheOthersKeepTheBeat() {
        Session session = session(ScriptedSource.cores(2).lasting(100), false);
        assertEquals(150_000_000L, stepAndWait(session));
        assertEquals(SECOND, stepAndWait(session));
        clock.pass(20_000_000);
        assertEquals(SECOND - 20_000_000, stepAndWait(session), "a little delay does not shift the beat");
        assertEquals(0, session.lateSamples());
    }

    @Test
    void aSampleAfterItsDeadlineIsLateAndDoesNotMakeTheNextOnesLate() {
        Session session = session(ScriptedSource.cores(2).lasting(100), false);
        stepAndWait(session);
        stepAndWait(session);
        clock.pass(5 * SECOND);
        assertEquals(SECOND, stepAndWait(session));
        assertEquals(1, session.lateSamples());
        stepAndWait(session);
        assertEquals(1, session.lateSamples());
    }

    @Test
    void atABoundaryASnapshotIsTakenAtOnceAndTheLoadIsSteppedAgain() {
        ScriptedSource source = ScriptedSource.cores(2).every(Duration.ofMillis(100)).lasting(100);
        Session session = session(source, false);
        stepAndWait(session);
        load.steps.add(new Load.Step(0, true));
        clock.pass(100_000_000);
        assertEquals(0, session.step());
        assertEquals(1, history.count());
        assertEquals(100_000_000, session.step(), "the beat begins anew at a boundary");
        assertEquals(1, history.count());
    }

    @Test
    void theLoadDecidesWhenItIsSteppedNext() {
        Session session = session(ScriptedSource.cores(2).lasting(100), false);
        load.steps.add(new Load.Step(20_000_000, false));
        assertEquals(20_000_000, session.step());
    }

    @Test
    void aReplayShowsItsFirstPictureAtOnceAndThenKeepsTheRecordedPace() {
        Session session = session(ScriptedSource.cores(2).every(Duration.ofSeconds(3)).lasting(3), true);
        assertEquals(0, stepAndWait(session));
        assertEquals(3 * SECOND, stepAndWait(session));
        stepAndWait(session);
        session.step();
        assertTrue(session.surroundings().notice().contains("ends here"));
        assertEquals(2, history.count());
    }

    @Test
    @Timeout(20)
    void aReplayWithoutATerminalEndsWithItsSession() {
        Session session = session(ScriptedSource.cores(2).every(Duration.ofSeconds(3)).lasting(3), true);
        session.runToTheEnd(Long.MAX_VALUE);
        session.run();
        assertEquals(2, history.count());
    }

    @Test
    void commandsThatAreNotTheSessionsOwnGoToTheLoad() {
        load.fatal = "stop here";
        Session session = session(ScriptedSource.cores(2).lasting(100), false);
        session.ask(new Command.StartProfile(2));
        session.run();
        assertEquals(List.of(), load.commands, "a load that could not begin is not asked for more");
        load.fatal = "";
        session.stop();
        session.run();
        assertEquals(0, load.closed);
        session.close();
        assertEquals(1, load.closed);
    }

    @Test
    void whatIsSaidOnlyChangesWhenThereIsSomethingNew() {
        Session session = session(ScriptedSource.cores(2).lasting(100), false);
        int[] told = new int[1];
        session.onChange(() -> told[0]++);
        load.steps.add(new Load.Step(20_000_000, false));
        load.steps.add(new Load.Step(20_000_000, false));
        load.steps.add(new Load.Step(20_000_000, false));
        stepAndWait(session);
        stepAndWait(session);
        stepAndWait(session);
        assertEquals(1, told[0]);
    }

    @Test
    void aShorterPeriodDoesNotMakeTheNextSampleLate() {
        Session session = session(ScriptedSource.cores(2).lasting(100), false);
        stepAndWait(session);
        clock.pass(session.step() * 9 / 10);
        session.ask(new Command.ChangePeriod(-1));
        session.ask(new Command.ChangePeriod(-1));
        session.wishes();
        stepAndWait(session);
        assertEquals(0, session.lateSamples());
    }

    @Test
    void afterAStandstillTheLoadIsToldAndNoSampleIsLate() {
        Session session = session(ScriptedSource.cores(2).lasting(100), false);
        stepAndWait(session);
        stepAndWait(session);
        clock.pass(20 * SECOND);
        session.stoodStill();
        session.wishes();
        session.step();
        assertEquals(1, load.stoodStill);
        assertEquals(0, session.lateSamples());
    }

    @Test
    void theNewestNoticeWinsAndGoesWhatIsWrongStays() {
        load.trouble = "a profile is wrong";
        Session session = session(ScriptedSource.cores(2).lasting(100), false);
        session.step();
        assertEquals("a profile is wrong", session.surroundings().notice());
        session.notices().say("just now");
        session.step();
        assertEquals("just now", session.surroundings().notice());
        clock.pass(10 * SECOND);
        session.step();
        assertEquals("a profile is wrong", session.surroundings().notice());
    }

    @Test
    void aReplayIsNotRecordedAndKeepsItsPace() {
        Session session = session(ScriptedSource.cores(2).lasting(3), true);
        session.step();
        session.ask(new Command.ToggleRecording());
        session.wishes();
        session.step();
        assertTrue(session.surroundings().notice().contains("recording already"), session.surroundings().notice());
        session.ask(new Command.ChangePeriod(-1));
        session.wishes();
        session.step();
        assertTrue(session.surroundings().notice().contains("pace"), session.surroundings().notice());
        assertEquals(SECOND, session.surroundings().periodNanos());
    }

    @Test
    void aReplayThatIsReadToTheEndEnds() {
        Session session = session(ScriptedSource.cores(2).lasting(5), true);
        session.runToTheEnd(Long.MAX_VALUE);
        session.run();
        assertEquals(4, history.count());
    }
}
