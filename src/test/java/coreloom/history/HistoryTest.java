package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.ScriptedLane;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.SnapshotSource;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable.Count;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Snapshots become intervals and lane accounts. */
class HistoryTest {
    @Test
    void twoHalfIntervalsAccountForAsMuchAsOneWhole() {
        LaneSummary whole = lane(play(run(Duration.ofSeconds(1), 1)), 0);
        LaneSummary halves = lane(play(run(Duration.ofMillis(500), 2)), 0);
        assertEquals(whole.effectiveCores().getAsDouble(), halves.effectiveCores().getAsDouble(), 1e-9);
        assertEquals(whole.throughput().getAsDouble(), halves.throughput().getAsDouble(), 1e-3);
        assertEquals(whole.lockWaitShare().getAsDouble(), halves.lockWaitShare().getAsDouble(), 1e-9);
        assertEquals(whole.speedUp().getAsDouble(), halves.speedUp().getAsDouble(), 1e-3);
    }

    @Test
    void aLaneIsAccountedForOnlyBetweenSnapshotsOfItsMeasuredPhase() {
        LaneSummary lane = lane(play(run(Duration.ofSeconds(1), 1)), 0);
        assertEquals(5_000_000_000L, lane.wallNanos());
        assertEquals(1.0, lane.effectiveCores().getAsDouble(), 1e-6);
        assertEquals(1000, lane.throughput().getAsDouble(), 1e-6);
        assertEquals(1000.0 / 600, lane.speedUp().getAsDouble(), 1e-6);
        assertEquals(0.4, lane.lockWaitShare().getAsDouble(), 1e-6);
        assertEquals(20, lane.handoffsPerSecond().getAsDouble(), 1e-6);
        assertEquals(3e6, lane.waitP50Nanos().getAsLong(), 3e6 * 0.07);
        assertEquals(2, lane.threads());
    }

    /** The end of the baseline and the beginning of what is measured are two snapshots, a moment apart. */
    @Test
    void aShortIntervalIsNotJoinedAcrossTheBeginningOfAPhase() {
        ScriptedSource source = ScriptedSource.cores(2).every(Duration.ofMillis(50)).lasting(6)
                .at(0, machine -> {
                    machine.profile("p");
                    machine.lane("a", "threads", 1).phase(Phase.BASELINE).process(50);
                    machine.thread(50, 50, "main").onCpu(0.5);
                })
                .at(1, machine -> machine.lane("a").phase(Phase.MEASURED));
        History history = play(source);
        assertEquals(200_000_000, lane(history, 0).wallNanos());
        assertEquals(2 * 200_000_000L, lane(history, 0).budget().wholeNanos(), "two cores, as long");
        assertEquals(2, history.count());
    }

    @Test
    void aThreadBornWithinAnIntervalCountsFromItsBirth() {
        ScriptedSource source = ScriptedSource.cores(2).lasting(4)
                .at(0, machine -> {
                    machine.profile("p");
                    machine.lane("a", "attached", 0).phase(Phase.MEASURED).process(50);
                    machine.thread(50, 50, "main").onCpu(0.5);
                })
                .at(2, machine -> machine.thread(50, 51, "late").onCpu(1));
        LaneSummary lane = lane(play(source), 0);
        assertEquals((3 * 0.5 + 1) / 3, lane.effectiveCores().getAsDouble(), 1e-6);
        assertTrue(lane.lockWaitShare().isEmpty());
        assertTrue(lane.throughput().isEmpty());
    }

    /** Its row is behind those of the workers; its histogram is of replies. */
    @Test
    void whereSomebodyAsksTheLanesPercentilesAreOfReplies() {
        ScriptedSource source = ScriptedSource.cores(2).lasting(4)
                .at(0, machine -> {
                    machine.profile("p");
                    ScriptedLane lane = machine.lane("a", "gil", 1).phase(Phase.MEASURED).process(10).process(20);
                    machine.thread(10, 11, "worker-0").onCpu(0.5);
                    machine.thread(20, 21, "asker").onCpu(0.1);
                    lane.worker(10, 11).units(600).waits(WaitKind.INTERPRETER_LOCK, 0.4).lockWaits(1000, 20_000);
                    lane.worker(20, 21).waits(WaitKind.IO, 0.8).lockWaits(50, 5_000_000).counts(Count.REPLIES, 50);
                });
        LaneSummary lane = lane(play(source), 0);
        assertEquals(5e6, lane.waitP50Nanos().getAsLong(), 5e6 * 0.07);
        assertEquals(5e6, lane.waitP99Nanos().getAsLong(), 5e6 * 0.07);
        assertEquals(1, lane.threads(), "who asks is no worker");
        assertEquals(0.4, lane.lockWaitShare().getAsDouble(), 1e-6);
    }

    @Test
    void aThreadBornWithinAnIntervalIsNotSaidToHaveWaitedBeforeItsBirth() {
        ScriptedSource source = ScriptedSource.cores(2).lasting(3)
                .at(0, machine -> {
                    machine.profile("p");
                    machine.lane("a", "attached", 0).phase(Phase.MEASURED).process(50);
                    machine.thread(50, 50, "main").onCpu(0.75).runDelay(0.25);
                })
                .at(1, machine -> machine.thread(50, 51, "late").onCpu(0.5).runDelay(0.5));
        LaneSummary lane = lane(play(source), 0);
        assertEquals(1, lane.onCpuShare().getAsDouble() + lane.runDelayShare().getAsDouble(), 1e-9);
        assertEquals(2, lane.threads());
    }

    @Test
    void whatThreadsUsedThatCameAndWentBetweenSnapshotsIsOfTheLane() {
        ScriptedSource source = ScriptedSource.cores(2).lasting(3)
                .at(0, machine -> {
                    machine.profile("p");
                    machine.lane("a", "attached", 0).phase(Phase.MEASURED).process(50);
                    machine.thread(50, 50, "main").onCpu(0.25);
                    machine.processTime(50, 7_000_000_000L);
                })
                .at(1, machine -> machine.processTime(50, 8_500_000_000L))
                .at(2, machine -> machine.processTime(50, 10_000_000_000L));
        LaneSummary lane = lane(play(source), 0);
        assertEquals(1.5, lane.effectiveCores().getAsDouble(), 1e-9);
        assertEquals(1.25, lane.briefCores().getAsDouble(), 1e-9);
        assertEquals(0.25, lane.onCpuShare().getAsDouble(), 1e-9);
    }

    @Test
    void aProcessTimeThatFellIsOfAnotherProcess() {
        ScriptedSource source = ScriptedSource.cores(2).lasting(2)
                .at(0, machine -> {
                    machine.profile("p");
                    machine.lane("a", "attached", 0).phase(Phase.MEASURED).process(50);
                    machine.thread(50, 50, "main").onCpu(0.25);
                    machine.processTime(50, 7_000_000_000L);
                })
                .at(1, machine -> machine.processTime(50, 1_000_000_000L));
        LaneSummary lane = lane(play(source), 0);
        assertEquals(0.25, lane.effectiveCores().getAsDouble(), 1e-9);
        assertEquals(0, lane.briefCores().getAsDouble());
    }

    /** The CPU time that a process has used since the snapshot before its end is told nowhere; that is no idle time. */
    @Test
    void theIntervalInWhichTheLastProcessEndsIsAGap() {
        ScriptedSource source = ScriptedSource.cores(2).lasting(8)
                .at(0, machine -> {
                    machine.profile("p");
                    machine.lane("a", "command", 0).phase(Phase.MEASURED).process(50);
                    machine.thread(50, 50, "main").onCpu(1).runDelay(0);
                })
                .at(5, machine -> machine.thread(50).ends());
        LaneSummary lane = lane(play(source), 0);
        assertEquals(1, lane.effectiveCores().getAsDouble(), 1e-9);
        assertEquals(0.5, lane.budget().share(BudgetPart.ON_CPU), 1e-9);
        assertEquals(0, lane.budget().share(BudgetPart.NO_THREADS), 1e-9);
    }

    /** What threads had used before is not what they use in the interval in which they can be read again. */
    @Test
    void theIntervalsBesideAReadingThatFailedAreGaps() {
        History history = new History(2);
        LaneReading watched = new LaneReading(1, "a", "attached", 0, Phase.MEASURED, 0, 0, List.of(ProcessReading.running(50)), "");
        for (int second = 0; second < 6; second++) {
            Snapshot snapshot = new Snapshot();
            snapshot.at(second, second * 1_000_000_000L, 0);
            snapshot.run("p", List.of(watched));
            snapshot.threads().reset(second == 3 ? 0 : 1);
            if (second != 3) {
                snapshot.threads().put(0, 50, 50, 1, "main");
                snapshot.threads().onCpu(0, 1_000_000_000_000L + second * 500_000_000L);
                snapshot.threads().runDelay(0, 0);
            }
            history.accept(snapshot);
        }
        LaneSummary lane = history.newestLanes().get(0);
        assertEquals(0.5, lane.effectiveCores().getAsDouble(), 1e-9);
        assertEquals(0.25, lane.budget().share(BudgetPart.ON_CPU), 1e-9);
    }

    @Test
    void aWorkerThatTellsItsUnitsAloneHasAThroughputAndNoWaits() {
        ScriptedSource source = ScriptedSource.cores(2).lasting(6)
                .at(0, machine -> {
                    machine.profile("p");
                    ScriptedLane lane = machine.lane("a", "command", 1).phase(Phase.BASELINE).process(50);
                    machine.thread(50, 51, "worker-0").onCpu(0.5);
                    lane.worker(50, 51).unitsOnly().units(600);
                })
                .at(2, machine -> {
                    machine.lane("a").phase(Phase.MEASURED);
                    machine.worker(51).units(900);
                });
        History history = play(source);
        LaneSummary lane = lane(history, 0);
        assertEquals(900, lane.throughput().getAsDouble(), 1e-6);
        assertEquals(1.5, lane.speedUp().getAsDouble(), 1e-6);
        assertTrue(lane.lockWaitShare().isEmpty(), "a wait that nobody tells is not 0");
        assertTrue(lane.handoffsPerSecond().isEmpty());
        assertTrue(lane.waitP50Nanos().isEmpty());
        assertEquals(1, lane.threads());
        ThreadShares threads = history.get(history.count() - 1).threads();
        assertTrue(threads.isWorker(0));
        assertFalse(threads.tellsWaits(0));
        assertTrue(Float.isNaN(threads.handoffsPerSecond(0)));
        assertEquals(0.5, threads.blocked(0, WaitKind.OTHER), 1e-6);
    }

    @Test
    void unitsOfAWorkerWhoseThreadIsNotToldStandBesideAllThreads() {
        ScriptedSource source = ScriptedSource.cores(2).lasting(4)
                .at(0, machine -> {
                    machine.profile("p");
                    ScriptedLane lane = machine.lane("a", "command", 1).phase(Phase.MEASURED).process(50);
                    machine.thread(50, 50, "main").onCpu(0.25);
                    machine.thread(50, 51, "other").onCpu(0.5);
                    lane.worker(50, 0).unitsOnly().units(10);
                });
        LaneSummary lane = lane(play(source), 0);
        assertEquals(10, lane.throughput().getAsDouble(), 1e-6);
        assertEquals(2, lane.threads());
        assertEquals(0.375, lane.onCpuShare().getAsDouble(), 1e-6);
    }

    /** Coroutines of a program that does not tell which of them had the thread when. */
    @Test
    void workersOfOneThreadThatTellTheirUnitsAloneAreThatThreadTogether() {
        ScriptedSource source = ScriptedSource.cores(2).lasting(4)
                .at(0, machine -> {
                    machine.profile("p");
                    ScriptedLane lane = machine.lane("a", "command", 2).phase(Phase.MEASURED).process(50);
                    machine.thread(50, 50, "event-loop").onCpu(0.9);
                    lane.worker(50, 50).unitsOnly().units(30);
                    lane.worker(50, 50).unitsOnly().units(10);
                });
        History history = play(source);
        LaneSummary lane = lane(history, 0);
        assertEquals(40, lane.throughput().getAsDouble(), 1e-6);
        assertEquals(1, lane.threads());
        assertEquals(0.9, lane.onCpuShare().getAsDouble(), 1e-6, "not a half for each of two");
        ThreadShares threads = history.get(history.count() - 1).threads();
        assertEquals(1, threads.size());
        assertEquals(0.9, threads.onCpu(0), 1e-6);
        assertEquals(0.1, threads.blocked(0, WaitKind.OTHER), 1e-6);
    }

    @Test
    void snapshotsCloserThanTheShortestIntervalAreJoined() {
        History history = play(ScriptedSource.cores(1).every(Duration.ofMillis(40)).lasting(10).at(0, machine -> machine.core(0).busy(0.5)));
        assertEquals(3, history.count());
        assertEquals(120_000_000L, history.get(0).nanos());
        assertEquals(0.5, history.get(0).cores().busy(0), 0.1);
    }

    @Test
    void aSnapshotFromBeforeTheLastBeginsAnew() {
        History history = new History(1);
        Snapshot late = stamped(5_000_000_000L);
        Snapshot early = stamped(1_000_000_000L);
        Snapshot next = stamped(2_000_000_000L);
        history.accept(late);
        history.accept(early);
        assertEquals(0, history.count());
        history.accept(next);
        assertEquals(1, history.count());
        assertEquals(1_000_000_000L, history.get(0).nanos());
    }

    private static Snapshot stamped(long nanos) {
        Snapshot snapshot = new Snapshot();
        snapshot.at(0, nanos, 0);
        return snapshot;
    }

    @Test
    void aSnapshotIsNeverGivenBackWhileItIsStillNeededAndAllAreReused() {
        SnapshotSource source = ScriptedSource.cores(1).every(Duration.ofMillis(40)).lasting(200);
        History history = new History(1);
        Set<Snapshot> objects = Collections.newSetFromMap(new IdentityHashMap<>());
        Snapshot next = new Snapshot();
        while (source.read(next)) {
            objects.add(next);
            Snapshot given = history.accept(next);
            assertNotSame(next, given, "the newest snapshot is what the next one is compared with");
            next = given;
        }
        assertTrue(objects.size() <= 4, "snapshots are reused, but there are " + objects.size());
    }

    @Test
    void theMonitorsOwnCostIsAShareOfTheInterval() {
        ScriptedSource source = ScriptedSource.cores(1).lasting(2)
                .at(0, machine -> machine.own(new coreloom.snapshot.OwnReading(0, 0, 0, 0, 0, "")))
                .at(1, machine -> machine.own(new coreloom.snapshot.OwnReading(20_000_000, 700, 1, 2, 0, "")));
        Interval interval = play(source).get(0);
        assertEquals(0.02, interval.own().cores(), 1e-9);
        assertEquals(700, interval.own().terminalBytesPerSecond(), 1e-9);
        assertEquals(1, interval.own().reading().lateSamples());
    }

    /**
     * A second of warm-up, two of baseline, six measured, with so many snapshots a second. An interval at whose ends the phase differs counts to
     * neither phase, so of each one interval less is accounted for.
     */
    private static SnapshotSource run(Duration period, int perSecond) {
        return ScriptedSource.cores(2).every(period).lasting(10 * perSecond + 1)
                .at(0, machine -> {
                    machine.profile("p");
                    var lane = machine.lane("l", "locked", 2).phase(Phase.WARM_UP).process(10);
                    lane.worker(10, 11).units(999).waits(WaitKind.LOCK, 1);
                    lane.worker(10, 12).units(999);
                    machine.thread(10, 11, "worker-0").onCpu(1);
                    machine.thread(10, 12, "worker-1").onCpu(1);
                })
                .at(perSecond, machine -> {
                    machine.lane("l").phase(Phase.BASELINE);
                    machine.worker(11).units(600).waits(WaitKind.LOCK, 0);
                    machine.worker(12).units(0);
                })
                .at(3 * perSecond, machine -> {
                    machine.lane("l").phase(Phase.MEASURED);
                    for (int tid = 11; tid <= 12; tid++) {
                        machine.thread(tid).onCpu(0.5);
                        machine.worker(tid).units(500).waits(WaitKind.LOCK, 0.4).counts(Count.HANDOFFS, 10).lockWaits(10, 3_000_000);
                    }
                })
                .at(9 * perSecond, machine -> machine.lane("l").phase(Phase.ENDED));
    }

    private static History play(SnapshotSource source) {
        History history = new History(2);
        Snapshot next = new Snapshot();
        while (source.read(next)) {
            next = history.accept(next);
        }
        return history;
    }

    private static LaneSummary lane(History history, int index) {
        return history.newestLanes().get(index);
    }
}
