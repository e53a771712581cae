package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.history.Finding.Kind;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ScriptedLane;
import coreloom.snapshot.ScriptedMachine;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable.Count;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Runs with a known reason, and the finding that each must lead to. */
class FindingTest {
    /** A lane of so many workers on two cores; {@code each} says what every worker does. */
    private static Finding lane(int workers, Consumer<Each> each) {
        ScriptedSource source = ScriptedSource.cores(2).lasting(12).at(0, machine -> {
            machine.profile("p");
            ScriptedLane lane = machine.lane("lane", "any", workers).phase(Phase.MEASURED).process(10);
            for (int i = 1; i <= workers; i++) {
                lane.worker(10, 10 + i).units(100);
                machine.thread(10, 10 + i, "worker-" + i);
                each.accept(new Each(machine, 10 + i));
            }
        });
        return finding(source);
    }

    private static Finding finding(ScriptedSource source) {
        History history = new History(2);
        Snapshot next = new Snapshot();
        while (source.read(next)) {
            next = history.accept(next);
        }
        return history.finding(history.newestLanes().get(0));
    }

    private record Each(ScriptedMachine machine, int tid) {
        Each onCpu(double share, double runDelay) {
            machine.thread(tid).onCpu(share).runDelay(runDelay);
            return this;
        }

        void waits(WaitKind kind, double share) {
            machine.worker(tid).waits(kind, share).counts(Count.HANDOFFS, 40);
        }
    }

    private static void says(Kind kind, String words, Finding finding) {
        assertEquals(kind, finding.kind(), finding.sentence());
        assertTrue(finding.sentence().contains(words), finding.sentence());
        assertTrue(finding.sentence().endsWith("."), finding.sentence());
    }

    @Test
    void threadsUnderOneInterpreterLock() {
        Finding finding = lane(4, each -> each.onCpu(0.24, 0.01).waits(WaitKind.INTERPRETER_LOCK, 0.75));
        says(Kind.INTERPRETER_LOCK_BOUND, "1.0 of 2 cores idle: 3.0 of 4 threads wait for the interpreter lock", finding);
        assertTrue(finding.sentence().contains("a handoff every 6.3 ms"), finding.sentence());
    }

    /** Four coroutines of one thread, which is on a core all the time. */
    @Test
    void coroutinesOfOneEventLoop() {
        Finding finding = coroutines("asyncio", WaitKind.EVENT_LOOP, 0.75);
        says(Kind.EVENT_LOOP_BOUND, "1.0 of 2 cores idle: one event loop runs one coroutine at a time; 3.0 of 4 coroutines wait for it "
                + "(75 % of their time, median 8.9 ms).", finding);
        assertEquals(0.5, finding.share(), 0.02, "the core that none of them can use");
    }

    @Test
    void coroutinesThatAwaitDoNotNeedTheCores() {
        says(Kind.IO_BOUND, "4 coroutines wait for I/O 98 % of their time; more workers would use more of the one core of their loop.",
                coroutines("asyncio", WaitKind.IO, 0.98));
    }

    private static Finding coroutines(String variant, WaitKind kind, double share) {
        return finding(ScriptedSource.cores(2).lasting(12).at(0, machine -> {
            machine.profile("p");
            ScriptedLane lane = machine.lane("lane", variant, 4).phase(Phase.MEASURED).process(10);
            machine.thread(10, 11, "event-loop").onCpu(Math.min(1, 4 * (1 - share)));
            for (int i = 0; i < 4; i++) {
                lane.worker(10, 11).units(100).waits(kind, share).lockWaits(30, 9_000_000);
            }
        }));
    }

    @Test
    void threadsThatShareALock() {
        says(Kind.LOCK_BOUND, "share one lock and wait for it 60 % of their time", lane(2, each -> each.onCpu(0.35, 0.05).waits(WaitKind.LOCK, 0.6)));
    }

    @Test
    void threadsThatTheCollectorStops() {
        Finding finding = lane(2, each -> {
            each.onCpu(0.68, 0.02).waits(WaitKind.COLLECTOR, 0.3);
            each.machine().worker(each.tid()).counts(Count.COLLECTIONS, 20).counts(Count.PAUSE_NANOS, 150_000_000);
        });
        says(Kind.COLLECTOR_PAUSES, "0.6 of 2 cores idle: the collector stops 2 threads for 30 % of their time; 40 collections a second, 7.5 ms each.", finding);
    }

    @Test
    void aCollectorThatStopsThemLittleIsNotWorthASentence() {
        Finding finding = lane(2, each -> {
            each.onCpu(0.7, 0).waits(WaitKind.COLLECTOR, 0.04);
            each.waits(WaitKind.SLEEP, 0.26);
            each.machine().worker(each.tid()).counts(Count.COLLECTIONS, 1).counts(Count.PAUSE_NANOS, 40_000_000);
        });
        says(Kind.SLEEPING, "sleep 26 %", finding);
    }

    @Test
    void threadsUnderTheInterpreterLockThatWaitMostlyForTheCollector() {
        Finding finding = lane(4, each -> {
            each.onCpu(0.25, 0).waits(WaitKind.INTERPRETER_LOCK, 0.3);
            each.waits(WaitKind.COLLECTOR, 0.45);
            each.machine().worker(each.tid()).counts(Count.COLLECTIONS, 1).counts(Count.PAUSE_NANOS, 170_000_000);
        });
        says(Kind.COLLECTOR_PAUSES, "4 threads for 45 % of their time; 4.0 collections a second, 170 ms each.", finding);
    }

    @Test
    void threadsThatWaitForInputAndOutput() {
        says(Kind.IO_BOUND, "wait for I/O 97 %", lane(4, each -> each.onCpu(0.03, 0).waits(WaitKind.IO, 0.97)));
    }

    @Test
    void workersOfAPoolThatWaitForTheirNextCall() {
        Consumer<Each> starved = each -> each.onCpu(0.3, 0.05).waits(WaitKind.POOL, 0.65);
        says(Kind.POOL_STARVED, "1.4 of 2 cores idle: 2 threads wait for their next call 65 % of their time; the pool's parent uses 0.00 cores",
                lane(2, starved));
    }

    @Test
    void aPoolsParentThatHasTheCoresItsWorkersLackIsNotCalledWell() {
        Finding finding = finding(ScriptedSource.cores(2).lasting(12).at(0, machine -> {
            ScriptedLane lane = machine.lane("gil-pool", "gil-pool", 1).phase(Phase.MEASURED).process(10).process(20);
            lane.worker(10, 11).units(100);
            machine.thread(10, 11, "worker-0").onCpu(0.9);
            machine.worker(11).waits(WaitKind.POOL, 0.1);
            lane.worker(20, 21);
            machine.thread(20, 21, "manager").onCpu(0.95);
            machine.worker(21).waits(WaitKind.INTERPRETER_LOCK, 0.05).counts(Count.HANDOFFS, 900);
        }));
        says(Kind.POOL_STARVED, "1 thread waits", finding);
    }

    @Test
    void threadsThatSleep() {
        says(Kind.SLEEPING, "sleep 90 %", lane(4, each -> each.onCpu(0.1, 0).waits(WaitKind.SLEEP, 0.9)));
    }

    @Test
    void moreThreadsThanCores() {
        says(Kind.OVERSUBSCRIBED, "more threads than cores", lane(4, each -> each.onCpu(0.48, 0.5).waits(WaitKind.LOCK, 0)));
    }

    @Test
    void otherProgramsOnTheSameCores() {
        Finding finding = lane(2, each -> {
            each.machine().core(0).busy(1);
            each.machine().core(1).busy(0.9);
            each.onCpu(0.4, 0.6).waits(WaitKind.LOCK, 0);
        });
        says(Kind.STOLEN_BY_PROGRAMS, "without a core 60 % of their time: other programs use 1.1 cores.", finding);
    }

    @Test
    void whoHasTheCoresIsNotGuessed() {
        says(Kind.RUN_QUEUE, "without a core 60 % of their time.", lane(2, each -> each.onCpu(0.4, 0.6).waits(WaitKind.LOCK, 0)));
    }

    @Test
    void coresThatOthersUseAreNotCalledIdle() {
        Finding finding = lane(4, each -> {
            each.machine().core(0).busy(0.95);
            each.machine().core(1).busy(0.95);
            each.onCpu(0.24, 0.01).waits(WaitKind.INTERPRETER_LOCK, 0.75);
        });
        says(Kind.INTERPRETER_LOCK_BOUND, "0.1 of 2 cores idle, 0.9 used by other programs: 3.0 of 4 threads wait", finding);
    }

    @Test
    void stolenTimeIsNamed() {
        Finding finding = lane(2, each -> {
            each.machine().core(0).busy(0.4).steal(0.6);
            each.machine().core(1).busy(0.4).steal(0.6);
            each.onCpu(0.4, 0.6).waits(WaitKind.LOCK, 0);
        });
        says(Kind.STOLEN_BY_HYPERVISOR, "the hypervisor gives 1.2 cores to others", finding);
    }

    @Test
    void oneThreadCannotUseTwoCores() {
        says(Kind.TOO_FEW_THREADS, "1.0 of 2 cores idle: 1 thread", lane(1, each -> each.onCpu(0.98, 0.01).waits(WaitKind.LOCK, 0)));
    }

    @Test
    void allWell() {
        says(Kind.ALL_WELL, "All well: 2 threads use 1.96 of 2 cores", lane(2, each -> each.onCpu(0.98, 0.01).waits(WaitKind.LOCK, 0)));
    }

    @Test
    void theLargerOfTwoReasonsIsTheVerdict() {
        Finding finding = lane(4, each -> {
            each.onCpu(0.1, 0).waits(WaitKind.INTERPRETER_LOCK, 0.1);
            each.waits(WaitKind.IO, 0.8);
        });
        says(Kind.IO_BOUND, "wait for I/O 80 %", finding);
    }

    /** Two workers on core 0 of two; core 1 is busy or not, and none of theirs. */
    private static Finding confined(double otherCore, Consumer<Each> each) {
        return lane(2, worker -> {
            worker.machine().lane("lane").confinedTo(List.of(0));
            worker.machine().core(0).busy(1);
            worker.machine().core(1).busy(otherCore);
            each.accept(worker);
        });
    }

    @Test
    void aLaneThatFillsTheCoreItIsConfinedToIsCappedByThat() {
        for (double otherCore : new double[] {0, 1}) {
            says(Kind.AFFINITY_CAPPED, "2 threads use 0.98 of 1 core and are ready but without a core 51 % of their time: the lane is confined to core 0.",
                    confined(otherCore, each -> each.onCpu(0.49, 0.51).waits(WaitKind.LOCK, 0)));
        }
    }

    @Test
    void coresThatALaneMayNotUseAreNeitherIdleNorOthers() {
        says(Kind.INTERPRETER_LOCK_BOUND, "0.4 of 1 core idle (confined to core 0): 1.4 of 2 threads wait",
                confined(0.9, each -> {
                    each.machine().core(0).busy(0.6);
                    each.onCpu(0.3, 0).waits(WaitKind.INTERPRETER_LOCK, 0.7);
                }));
        says(Kind.ALL_WELL, "All well: 2 threads use 0.98 of 1 core (confined to core 0)", confined(0.9, each -> each.onCpu(0.49, 0).waits(WaitKind.LOCK, 0)));
    }

    @Test
    void othersOnTheCoreThatALaneIsConfinedToAreTheReason() {
        says(Kind.OVERSUBSCRIBED, "of 1 core (confined to core 0) and are ready but without a core 60 % of their time: more threads than cores, "
                + "and other programs use 0.4 cores.", confined(0, each -> each.onCpu(0.3, 0.6).waits(WaitKind.LOCK, 0)));
    }

    @Test
    void workersWithoutKernelThreadsAreJudgedByWhatTheyReportAndByTheWholeProcess() {
        Finding finding = finding(ScriptedSource.cores(2).lasting(12).at(0, machine -> {
            machine.profile("p");
            ScriptedLane lane = machine.lane("lane", "virtual", 50).phase(Phase.MEASURED).process(10);
            machine.thread(10, 11, "carrier").onCpu(0.4);
            for (int i = 0; i < 50; i++) {
                lane.worker(10, 0).units(100).waits(WaitKind.IO, 0.98);
            }
        }));
        says(Kind.IO_BOUND, "50 threads wait for I/O 98 % of their time", finding);
    }

    @Test
    void threadsOfAWatchedProgramAreBlockedForUnreportedReasons() {
        says(Kind.UNEXPLAINED, "what for is not reported", finding(ScriptedSource.cores(2).lasting(5).at(0, machine -> {
            machine.lane("bash 7", "attached", 0).phase(Phase.MEASURED).process(7);
            machine.thread(7, 7, "bash").onCpu(0.02);
        })));
    }

    @Test
    void beforeEnoughIsMeasuredItSaysNotYet() {
        says(Kind.NOT_YET, "runs alone, to compare with", finding(ScriptedSource.cores(2).lasting(3).at(0, machine ->
            machine.lane("gil", "gil", 2).phase(Phase.BASELINE).process(7))));
    }

    @Test
    void aLaneThatFailedSaysWhy() {
        says(Kind.FAILED, "exit code 3", finding(ScriptedSource.cores(2).lasting(3).at(0, machine ->
            machine.lane("gil", "gil", 2).phase(Phase.FAILED).trouble("gil ended with exit code 3."))));
    }
}
