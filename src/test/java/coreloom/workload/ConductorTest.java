package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;
import coreloom.workload.variant.Discipline;
import coreloom.workload.variant.Variant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConductorTest {
    private static final String GIL = "[[lane]]\nvariant = \"gil\"\nworkers = 2\nduration_seconds = 3\n";
    private static final String PROCESSES = "[[lane]]\nvariant = \"processes\"\nworkers = 2\nduration_seconds = 3\n";
    private static final String POOL = "[[lane]]\nvariant = \"gil-pool\"\nworkers = 2\nduration_seconds = 3\n";

    @TempDir
    private Path folder;
    private final HandClock clock = new HandClock();
    private final WorkerTable table = new WorkerTable();
    private FakeStarter starter;
    private Conductor conductor;

    @BeforeEach
    void conductor() {
        starter = new FakeStarter(folder);
        conductor = new Conductor(clock, starter);
    }

    private static Profile profile(String text) throws Refusal {
        return new ProfileReader(2).parse(new ProfileFile(Path.of("p.toml")), text);
    }

    private void start(String text) throws Refusal {
        conductor.start(profile(text), Overrides.NONE);
    }

    private FakeWorker worker(int number) {
        return starter.workers().get(number);
    }

    private LaneReading lane() {
        return conductor.lanes().get(conductor.lanes().size() - 1);
    }

    private String phases() {
        return conductor.lanes().stream().map(lane -> lane.phase().name()).collect(Collectors.joining(" "));
    }

    private String heard() {
        return starter.workers().stream().map(FakeWorker::heard).collect(Collectors.joining(" "));
    }

    /** Steps once at the time that the last step asked for. */
    private Step stepWhenDue(Step last) {
        clock.turnTo(Math.max(clock.nanos(), last.nextNanos()));
        return conductor.step();
    }

    /** Steps when due until a boundary. */
    private Step toBoundary() {
        Step step = conductor.step();
        for (int i = 0; i < 1000 && !step.boundary(); i++) {
            assertTrue(step.nextNanos() != Step.NEVER, "no boundary is to come");
            step = stepWhenDue(step);
        }
        assertTrue(step.boundary(), "a boundary comes");
        return step;
    }

    private void makeReady() {
        starter.workers().stream().filter(worker -> worker.own() == null).forEach(worker -> {
            worker.map();
            worker.ready();
        });
    }

    /** Brings the lane that begins to the first boundary of its baseline. */
    private void toBaseline() {
        conductor.step();
        makeReady();
        toBoundary();
        assertEquals(Phase.BASELINE, lane().phase());
    }

    private void toMeasured() {
        toBaseline();
        toBoundary();
        toBoundary();
        assertEquals(Phase.MEASURED, lane().phase());
    }

    private void toFinish() {
        Step step = conductor.step();
        for (int i = 0; i < 1000 && !conductor.finished(); i++) {
            step = stepWhenDue(step);
        }
        assertTrue(conductor.finished());
    }

    @Test
    void nothingIsDueBeforeAStart() {
        assertTrue(conductor.finished());
        assertEquals(Step.NOTHING, conductor.step());
        assertEquals("", conductor.profile());
        assertEquals(List.of(), conductor.lanes());
    }

    @Test
    void aPoolRunsItsFirstWorkerWithItsParentForTheBaseline() throws Refusal {
        start(POOL);
        toBaseline();
        assertEquals("b  b", heard());
        assertEquals(List.of(0, 1, 2), starter.workers().stream().map(worker -> worker.order().firstWorker()).toList());
        toBoundary();
        toBoundary();
        assertEquals("br r br", heard());
        conductor.readWorkers(table);
        assertEquals(5, table.size(), "two workers, and the three threads of the parent");
        assertEquals(2, lane().workers());
    }

    @Test
    void aPoolIsBrokenWhenOneOfItsProcessesEnds() throws Refusal {
        start(POOL);
        toMeasured();
        worker(1).die(137, "");
        toBoundary();
        assertEquals(Phase.MEASURED, lane().phase(), "announced");
        conductor.step();
        assertEquals(Phase.FAILED, lane().phase());
        assertEquals("Lane gil-pool is broken (BrokenProcessPool): process 101 was ended by signal 9 (exit code 137).", lane().trouble());
        assertEquals("brx r brx", heard());
        toFinish();
        assertTrue(starter.workers().stream().allMatch(FakeWorker::forgotten));
    }

    @Test
    void aPoolWhoseParentEndsWhileItWarmsUpIsBroken() throws Refusal {
        start(POOL);
        conductor.step();
        starter.workers().forEach(FakeWorker::map);
        conductor.step();
        worker(2).die(1, "coreloom worker: manager failed: oh.");
        toFinish();
        assertEquals("Lane gil-pool is broken (BrokenProcessPool): process 102 ended with exit code 1; its last words: "
                + "\"coreloom worker: manager failed: oh.\".", lane().trouble());
        assertEquals("x x ", heard());
    }

    @Test
    void aLaneGoesThroughItsPhases() throws Refusal {
        start(GIL);
        assertEquals("p", conductor.profile());
        assertEquals(List.of(), conductor.lanes(), "a lane that has not begun is not listed");
        conductor.step();
        assertEquals("STARTING", phases());
        worker(0).map();
        conductor.step();
        assertEquals("WARM_UP", phases());
        conductor.step();
        assertEquals("WARM_UP", phases());
        worker(0).ready();
        assertTrue(conductor.step().boundary());
        assertEquals("BASELINE", phases());
        toBoundary();
        assertEquals("BASELINE", phases());
        toBoundary();
        assertEquals("MEASURED", phases());
        toBoundary();
        assertEquals("MEASURED", phases());
        assertFalse(conductor.step().boundary());
        assertEquals("ENDED", phases());
        toFinish();
        assertEquals("brs", heard());
        assertTrue(worker(0).forgotten());
        assertEquals(OptionalInt.of(0), lane().processes().get(0).exitCode());
        assertEquals("", lane().trouble());
    }

    @Test
    void boundariesFallExactlyOnTheEdgesAndSeeTheWorkers() throws Refusal {
        start(GIL);
        toBaseline();
        long baselineBegan = clock.nanos();
        assertEquals("b", heard(), "the baseline's first snapshot comes after the order");
        toBoundary();
        assertEquals(1_000_000_000, clock.nanos() - baselineBegan);
        toBoundary();
        long measuredBegan = clock.nanos();
        assertEquals("br", heard());
        assertEquals(measuredBegan, lane().phaseSinceNanos());
        Step end = toBoundary();
        assertEquals(3_000_000_000L, clock.nanos() - measuredBegan);
        assertEquals("br", heard(), "the last snapshot comes before the order to stop");
        conductor.readWorkers(table);
        assertEquals(2, table.size());
        stepWhenDue(end);
        conductor.readWorkers(table);
        assertEquals(0, table.size(), "workers of a lane that has ended are gone");
    }

    @Test
    void processesGetTheirShareOfTheWorkersAndOnlyTheFirstRunsTheBaseline() throws Refusal {
        start(PROCESSES);
        toMeasured();
        assertEquals("br r", heard());
        assertEquals(List.of(0, 1), starter.workers().stream().map(worker -> worker.order().firstWorker()).toList());
        conductor.readWorkers(table);
        assertEquals(List.of(0, 1, 100, 101), List.of(table.number(0), table.number(1), table.pid(0), table.pid(1)));
    }

    @Test
    void withoutBaselineTheLaneIsMeasuredAtOnce() throws Refusal {
        start(GIL + "baseline_millis = 0\n");
        conductor.step();
        makeReady();
        toBoundary();
        assertEquals(Phase.MEASURED, lane().phase());
        assertEquals("r", heard());
    }

    @Test
    void lanesRunInTurnAndFinishedOnesStay() throws Refusal {
        start(GIL + PROCESSES);
        toMeasured();
        toBoundary();
        while (conductor.lanes().size() < 2) {
            stepWhenDue(conductor.step());
        }
        assertFalse(worker(0).alive(), "the second begins when the first is gone");
        assertEquals("ENDED STARTING", phases());
        toMeasured();
        toFinish();
        assertEquals("ENDED ENDED", phases());
        assertEquals(List.of(0, 1), conductor.lanes().stream().map(LaneReading::id).toList());
    }

    @Test
    void sameListWhileNothingChanges() throws Refusal {
        start(GIL);
        toMeasured();
        List<LaneReading> before = conductor.lanes();
        conductor.step();
        assertSame(before, conductor.lanes());
        toBoundary();
        conductor.step();
        assertNotSame(before, conductor.lanes());
    }

    @Test
    void aLaneUntilStoppedHasNoEnd() throws Refusal {
        conductor.start(profile(GIL), new Overrides(OptionalInt.empty(), OptionalLong.of(0), List.of()));
        toMeasured();
        clock.turnMillis(3_600_000);
        assertFalse(conductor.step().boundary());
        assertEquals(Phase.MEASURED, lane().phase());
        conductor.stop();
        assertEquals(Phase.ENDED, lane().phase());
        toFinish();
    }

    @Test
    void oneOfTwoProcessesThatDiesIsSaidAndTheLaneGoesOn() throws Refusal {
        start(PROCESSES);
        toMeasured();
        worker(0).die(137, "");
        assertFalse(conductor.step().boundary());
        assertEquals(Phase.MEASURED, lane().phase());
        assertEquals("Lane processes: process 100 was ended by signal 9 (exit code 137).", lane().trouble());
        assertEquals(OptionalInt.of(137), lane().processes().get(0).exitCode());
        assertTrue(lane().processes().get(1).alive());
        toFinish();
        assertEquals("ENDED", phases());
    }

    @Test
    void deadProcessesKeepTheirNumbersAndTheirWaitsStandStill() throws Refusal {
        start(PROCESSES);
        toMeasured();
        worker(0).own().slot(0).addUnits(42);
        worker(0).own().slot(0).waitBegins(WaitKind.LOCK, clock.nanos());
        clock.turnMillis(5);
        worker(0).die(137, "");
        conductor.step();
        clock.turnMillis(100);
        conductor.readWorkers(table);
        assertEquals(42, table.count(0, Count.UNITS));
        assertEquals(5_000_000, table.waitNanos(0, WaitKind.LOCK));
    }

    @Test
    void aLaneWhoseProcessesAllDiedFailsAfterALastBoundaryAndTheNextOneRuns() throws Refusal {
        start(PROCESSES + GIL);
        toMeasured();
        worker(0).die(137, "");
        conductor.step();
        worker(1).die(3, "no more room");
        assertTrue(conductor.step().boundary());
        assertEquals(Phase.MEASURED, lane().phase());
        conductor.readWorkers(table);
        assertEquals(2, table.size());
        conductor.step();
        assertEquals(Phase.FAILED, lane().phase());
        assertEquals("Lane processes: 2 of 2 processes have ended; process 101 ended with exit code 3; its last words: \"no more room\".",
                lane().trouble());
        while (conductor.lanes().size() < 2) {
            stepWhenDue(conductor.step());
        }
        toMeasured();
    }

    @Test
    void aWorkerThatEndsBeforeItIsReadyFailsItsLane() throws Refusal {
        start(GIL);
        conductor.step();
        worker(0).die(1, "Could not create the Java Virtual Machine.");
        conductor.step();
        assertEquals(Phase.FAILED, lane().phase());
        assertEquals("Lane gil: process 100 ended with exit code 1; its last words: \"Could not create the Java Virtual Machine.\".",
                lane().trouble());
        toFinish();
    }

    @Test
    void anExitCodeThatIsNoSignalIsNotTakenForOne() throws Refusal {
        start(GIL);
        conductor.step();
        worker(0).die(255, "");
        conductor.step();
        assertEquals("Lane gil: process 100 ended with exit code 255.", lane().trouble());
    }

    @Test
    void aProcessThatCannotBeStartedFailsItsLaneAndEndsTheOthers() throws Refusal {
        starter.failAfter(1);
        start(PROCESSES);
        conductor.step();
        assertEquals(Phase.FAILED, lane().phase());
        assertEquals("Lane processes could not start a process: no room.", lane().trouble());
        assertEquals("x", heard());
        toFinish();
    }

    @Test
    void aLaneThatCannotRunHereSaysWhyStartsNothingAndTheNextOneRuns() throws Refusal {
        start("[[lane]]\nvariant = \"processes\"\nworkers = 513\n" + GIL);
        conductor.step();
        assertEquals(Phase.FAILED, lane().phase());
        assertEquals("Lane processes cannot run here: it would be 513 processes, and a lane has at most 512.", lane().trouble());
        assertEquals(List.of(), lane().processes());
        while (conductor.lanes().size() < 2) {
            stepWhenDue(conductor.step());
        }
        toMeasured();
    }

    @Test
    void aLaneOnCoresThatAreNotThereCannotRun() throws Refusal {
        assumeTrue(Files.exists(Path.of("/proc/thread-self/status")), "only Linux tells the usable cores this way");
        start("cores = \"65000-65001\"\n" + GIL);
        conductor.step();
        assertEquals(Phase.FAILED, lane().phase());
        assertTrue(lane().trouble().startsWith("Lane gil cannot run here: cores 65000-65001 are not usable here; usable "), lane().trouble());
        toFinish();
    }

    @Test
    void aLaneThatDoesNotGetReadyFails() throws Refusal {
        start(GIL);
        long began = clock.nanos();
        Step step = conductor.step();
        worker(0).map();
        while (!lane().phase().over()) {
            step = stepWhenDue(step);
        }
        assertEquals(21_000_000_000L, clock.nanos() - began, "20 s and the warm-up");
        assertEquals("Lane gil was not ready after 21 s; try fewer workers.", lane().trouble());
        assertEquals("x", heard());
        toFinish();
    }

    @Test
    void aProcessThatDoesNotStopIsKilledAfterTheGrace() throws Refusal {
        starter.deafWorkers();
        start(GIL);
        toMeasured();
        toBoundary();
        long told = clock.nanos();
        toFinish();
        assertEquals("brsx", heard());
        assertTrue(clock.nanos() - told >= 500_000_000);
        assertEquals(OptionalInt.of(137), lane().processes().get(0).exitCode());
        assertEquals("ENDED", phases());
    }

    @Test
    void stopEndsAtOnceAndStoppingTwiceIsStoppingOnce() throws Refusal {
        start(GIL + PROCESSES);
        toMeasured();
        conductor.stop();
        conductor.stop();
        assertEquals("brx", heard());
        assertEquals("ENDED", phases());
        toFinish();
        conductor.stop();
        assertEquals("ENDED", phases(), "the second lane never begins");
        assertEquals("", lane().trouble(), "what we ended ourselves is no trouble");
        assertTrue(worker(0).forgotten());
    }

    @Test
    void aStartDuringARunWaitsForNothingAndLaneIdsGoOn() throws Refusal {
        start(GIL);
        toMeasured();
        start(PROCESSES);
        assertEquals("brx", heard());
        assertTrue(worker(0).forgotten());
        conductor.step();
        assertEquals("STARTING", phases());
        assertEquals(1, lane().id());
        assertEquals("processes", lane().name());
        toMeasured();
    }

    @Test
    void aStartThatIsRefusedLeavesTheRunAlone() throws Refusal {
        start(GIL);
        toMeasured();
        assertThrows(Refusal.class, () -> conductor.start(profile(PROCESSES), Overrides.NONE.withWorkers(0)));
        assertEquals("br", heard());
        assertEquals("MEASURED", phases());
        assertEquals("gil", lane().name());
    }

    @Test
    void closeDuringARunEndsEverythingOnce() throws Refusal {
        start(GIL + PROCESSES);
        toMeasured();
        conductor.close();
        conductor.close();
        assertEquals("brx", heard());
        assertEquals(1, starter.closes());
        assertEquals(Step.NOTHING, conductor.step());
        start(GIL);
        assertEquals(Step.NOTHING, conductor.step());
        assertEquals(1, starter.workers().size(), "nothing is started any more");
    }

    @Test
    void manyProcessesAreStartedOverSeveralSteps() throws Refusal {
        start("[[lane]]\nvariant = \"processes\"\nworkers = 20\n");
        Step step = conductor.step();
        assertEquals(8, starter.workers().size());
        assertEquals(clock.nanos(), step.nextNanos());
        conductor.step();
        conductor.step();
        assertEquals(20, starter.workers().size());
        assertEquals(20, lane().processes().size());
    }

    @Test
    void whatIsLeftOfALaneThatIsOverIsRemovedOnce() throws Refusal {
        start(PROCESSES);
        toMeasured();
        toFinish();
        start(PROCESSES);
        assertEquals(List.of(1, 1), starter.workers().stream().map(FakeWorker::forgets).toList());
    }

    @Test
    void itIsTriedOnceWhetherALaneCanRunHoweverLongItIsPrepared() throws Refusal {
        AtomicInteger tries = new AtomicInteger();
        Variant variant = new Variant() {
            @Override
            public String name() {
                return "tried";
            }

            @Override
            public List<Integer> threadsOfProcesses(int workers) {
                return List.of(workers);
            }

            @Override
            public Discipline discipline() {
                return Discipline.FREE;
            }

            @Override
            public Optional<String> obstacle() {
                tries.incrementAndGet();
                return Optional.empty();
            }

            @Override
            public String sentence() {
                return "Tried.";
            }
        };
        starter.prepareFor(5);
        LanePlan plan = LanePlan.preset(variant, Kernel.NONE, 0, Map.of(Setting.WORKERS, 1L));
        conductor.start(new Profile("p", "p", OptionalInt.empty(), List.of(plan)), Overrides.NONE);
        Step step = conductor.step();
        for (int i = 0; i < 6; i++) {
            step = stepWhenDue(step);
        }
        assertEquals(1, starter.workers().size());
        assertEquals(1, tries.get());
    }
}
