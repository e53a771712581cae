package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.LimitReading;
import coreloom.snapshot.LockSign;
import coreloom.snapshot.Phase;
import coreloom.snapshot.QuotaReading;
import coreloom.snapshot.ScriptedLane;
import coreloom.snapshot.ScriptedMachine;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WaitKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Runs of which it is known where the time of the cores went. */
class IdleBudgetTest {
    private static final double CLOSE = 0.02;

    private static History play(ScriptedSource source, int usableCores) {
        History history = new History(usableCores);
        Snapshot next = new Snapshot();
        while (source.read(next)) {
            next = history.accept(next);
        }
        return history;
    }

    private static IdleBudget budget(ScriptedSource source) {
        return play(source, 2).newestLanes().get(0).budget();
    }

    /** A watched program with process 10 on two cores. */
    private static IdleBudget watched(Consumer<ScriptedMachine> script) {
        return budget(ScriptedSource.cores(2).lasting(6).at(0, machine -> {
            machine.lane("p", "attached", 0).process(10).phase(Phase.MEASURED);
            script.accept(machine);
        }));
    }

    private static void shares(IdleBudget budget, Object... partsAndShares) {
        double sum = 0;
        for (int i = 0; i < partsAndShares.length; i += 2) {
            BudgetPart part = (BudgetPart) partsAndShares[i];
            double wanted = (double) partsAndShares[i + 1];
            assertEquals(wanted, budget.share(part), CLOSE, part + " of " + Arrays.toString(budget.rounded(1000)));
            sum += wanted;
        }
        assertEquals(1, sum, 1e-9, "the test names all parts");
        assertEquals(1000, Arrays.stream(budget.rounded(1000)).sum());
    }

    @Test
    void workersUnderOneLockLeaveTheOtherCoreToIt() {
        shares(budget(ScriptedSource.cores(2).lasting(6).at(0, machine -> {
            ScriptedLane lane = machine.lane("gil", "gil", 4).process(10).phase(Phase.MEASURED);
            machine.core(0).busy(1);
            for (int tid = 11; tid <= 14; tid++) {
                machine.thread(10, tid, "w").onCpu(0.24).runDelay(0.01);
                lane.worker(10, tid).waits(WaitKind.INTERPRETER_LOCK, 0.75);
            }
        })), BudgetPart.ON_CPU, 0.48, BudgetPart.OTHERS, 0.02, BudgetPart.INTERPRETER_LOCK, 0.5);
    }

    @Test
    void whatOthersAndTheHypervisorHaveIsNotIdle() {
        shares(watched(machine -> {
            machine.core(0).busy(0.9).steal(0.1);
            machine.core(1).busy(0.2).steal(0.3);
            machine.thread(10, 10, "t").onCpu(0.5).slices(10).looks(100).foundWaiting(WaitKind.SLEEP, 50);
        }), BudgetPart.ON_CPU, 0.25, BudgetPart.OTHERS, 0.3, BudgetPart.STEAL, 0.2, BudgetPart.SLEEP, 0.25);
    }

    @Test
    void oneBusyThreadIsTooFewForTwoCores() {
        shares(watched(machine -> {
            machine.core(0).busy(1);
            machine.thread(10, 10, "t").onCpu(1).slices(10);
        }), BudgetPart.ON_CPU, 0.5, BudgetPart.TOO_FEW_THREADS, 0.5);
    }

    @Test
    void parkedThreadsDoNotAnswerForAnIdleCoreBesideABusyThread() {
        shares(watched(machine -> {
            machine.core(0).busy(1);
            machine.thread(10, 10, "main").onCpu(1).slices(10);
            for (int tid = 11; tid < 20; tid++) {
                machine.thread(10, tid, "service").looks(10).foundWaiting(WaitKind.LOCK, 10).lock(0x1000 + 64 * tid);
            }
        }), BudgetPart.ON_CPU, 0.5, BudgetPart.TOO_FEW_THREADS, 0.5);
    }

    @Test
    void theServicesOfARuntimeAnswerForNoIdleCoreThoughTheyWakeUpAllTheTime() {
        for (String name : List.of("VM Periodic Tas", "GC Thread#3", "C2 CompilerThre", "G1 Service")) {
            shares(watched(machine -> {
                machine.core(0).busy(1);
                machine.thread(10, 10, "java").onCpu(1).slices(10);
                machine.thread(10, 11, name).slices(20).looks(10).foundWaiting(WaitKind.LOCK, 10).lock(0x1000);
            }), BudgetPart.ON_CPU, 0.5, BudgetPart.TOO_FEW_THREADS, 0.5);
        }
        shares(watched(machine -> {
            machine.core(0).busy(1);
            machine.thread(10, 10, "java").onCpu(1).slices(10);
            machine.thread(10, 11, "GC watcher").slices(20).looks(10).foundWaiting(WaitKind.LOCK, 10).lock(0x1000).sign(LockSign.LOCK);
        }), BudgetPart.ON_CPU, 0.5, BudgetPart.LOCK, 0.5);
    }

    @Test
    void butSeveralAtOneLockDo() {
        shares(watched(machine -> {
            machine.core(0).busy(1);
            machine.thread(10, 10, "holder").onCpu(1).slices(10);
            for (int tid = 11; tid < 14; tid++) {
                machine.thread(10, tid, "waiter").looks(10).foundWaiting(WaitKind.LOCK, 10).lock(0x1000).sign(LockSign.LOCK);
            }
        }), BudgetPart.ON_CPU, 0.5, BudgetPart.LOCK, 0.5);
        shares(watched(machine -> {
            machine.core(0).busy(1);
            machine.thread(10, 10, "main").onCpu(1).slices(10);
            for (int tid = 11; tid < 14; tid++) {
                machine.thread(10, tid, "queue").looks(10).foundWaiting(WaitKind.LOCK, 10).lock(0x1000);
            }
        }), BudgetPart.ON_CPU, 0.5, BudgetPart.TOO_FEW_THREADS, 0.5);
    }

    @Test
    void aProgramThatOnlyWaitsIsExplainedByWhatItsParkedThreadsWaitFor() {
        shares(watched(machine -> {
            machine.thread(10, 10, "accept").looks(10).foundWaiting(WaitKind.IO, 10);
            machine.thread(10, 11, "pool").looks(10).foundWaiting(WaitKind.LOCK, 10).lock(0x1000);
        }), BudgetPart.IO, 0.5, BudgetPart.LOCK, 0.5);
    }

    @Test
    void affinityAnswersForACoreThatReadyThreadsMayNotUse() {
        shares(watched(machine -> {
            machine.core(0).busy(1);
            machine.limits(List.of(new LimitReading(10, List.of(0), Optional.empty())));
            machine.thread(10, 10, "a").onCpu(0.5).runDelay(0.5).slices(100);
            machine.thread(10, 11, "b").onCpu(0.5).runDelay(0.5).slices(100);
        }), BudgetPart.ON_CPU, 0.5, BudgetPart.AFFINITY, 0.5);
    }

    @Test
    void butNotForOneThatNobodyWants() {
        shares(watched(machine -> {
            machine.core(0).busy(1);
            machine.limits(List.of(new LimitReading(10, List.of(0), Optional.empty())));
            machine.thread(10, 10, "a").onCpu(1).slices(100);
        }), BudgetPart.ON_CPU, 0.5, BudgetPart.TOO_FEW_THREADS, 0.5);
    }

    @Test
    void threadsThatAreReadyBesideAnIdleCoreAreTheRunQueue() {
        shares(watched(machine -> {
            machine.core(0).busy(1);
            machine.thread(10, 10, "a").onCpu(0.5).runDelay(0.5).slices(100);
            machine.thread(10, 11, "b").onCpu(0.5).runDelay(0.5).slices(100);
        }), BudgetPart.ON_CPU, 0.5, BudgetPart.RUN_QUEUE, 0.5);
    }

    /** Eight threads on two cores for half of the time, and all asleep for the other half: that they were ready does not explain the idle half. */
    @Test
    void runDelayWhileTheCoresWereTakenDoesNotExplainThatTheyAreIdleLater() {
        shares(watched(machine -> {
            machine.core(0).busy(0.5);
            machine.core(1).busy(0.5);
            for (int tid = 10; tid < 18; tid++) {
                machine.thread(10, tid, "t").onCpu(0.125).runDelay(0.375).slices(2).looks(100).foundWaiting(WaitKind.SLEEP, 50);
            }
        }), BudgetPart.ON_CPU, 0.5, BudgetPart.SLEEP, 0.5);
    }

    @Test
    void aQuotaTakesWhatTheKernelSaysItTook() {
        ScriptedSource source = ScriptedSource.cores(2).lasting(6).at(0, machine -> {
            machine.lane("p", "attached", 0).process(10).phase(Phase.MEASURED);
            machine.core(0).busy(0.5);
            machine.thread(10, 10, "a").onCpu(0.5).runDelay(0.5).slices(20);
        });
        for (int i = 0; i < 6; i++) {
            QuotaReading quota = new QuotaReading("/g", 50_000, 100_000, 10L * i, 10L * i, 500_000L * i);
            source.at(i, machine -> machine.limits(List.of(new LimitReading(10, List.of(), Optional.of(quota)))));
        }
        shares(budget(source), BudgetPart.ON_CPU, 0.25, BudgetPart.THROTTLED, 0.25, BudgetPart.TOO_FEW_THREADS, 0.5);
    }

    @Test
    void whatNobodyLookedAtIsNamedUnknown() {
        shares(watched(machine -> {
            machine.core(0).busy(0.4);
            machine.thread(10, 10, "a").onCpu(0.2).slices(10);
            machine.thread(10, 11, "b").onCpu(0.2).slices(10);
        }), BudgetPart.ON_CPU, 0.2, BudgetPart.UNSEEN, 0.8);
        shares(watched(machine -> {
            machine.core(0).busy(0.4);
            machine.thread(10, 10, "a").onCpu(0.4).without(ThreadTable.RUN_DELAY);
        }), BudgetPart.ON_CPU, 0.2, BudgetPart.UNTOLD, 0.3, BudgetPart.TOO_FEW_THREADS, 0.5);
        shares(watched(machine -> machine.core(0).busy(0.4)), BudgetPart.OTHERS, 0.2, BudgetPart.NO_THREADS, 0.8);
    }

    @Test
    void whatThreadsUsedThatCameAndWentIsOnCpuWhereTheTimeOfTheProcessIsKnown() {
        ScriptedSource source = ScriptedSource.cores(2).lasting(6).at(0, machine -> {
            machine.lane("p", "attached", 0).process(10).phase(Phase.MEASURED);
            machine.core(0).busy(0.9);
            machine.core(1).busy(0.7);
            machine.thread(10, 10, "main").looks(10).foundWaiting(WaitKind.CHILD, 10);
        });
        for (int i = 0; i < 6; i++) {
            long used = 1_600_000_000L * i;
            source.at(i, machine -> machine.processTime(10, 7_000_000_000L + used));
        }
        shares(budget(source), BudgetPart.ON_CPU, 0.8, BudgetPart.CHILD, 0.2);
    }

    @Test
    void aCoreThatIsOfflineIsNotOnOffer() {
        IdleBudget budget = watched(machine -> {
            machine.core(1).offline();
            machine.core(0).busy(1);
            machine.thread(10, 10, "a").onCpu(1).slices(10);
        });
        shares(budget, BudgetPart.ON_CPU, 1.0);
        assertEquals(1, budget.cores(), 1e-6);
    }

    @Test
    void withoutCoreTimesTheUnusedOnesCountAsIdle() {
        IdleBudget budget = watched(machine -> {
            machine.core(0).offline();
            machine.core(1).offline();
            machine.thread(10, 10, "a").onCpu(0.5).slices(10).looks(100).foundWaiting(WaitKind.DISK, 50);
        });
        shares(budget, BudgetPart.ON_CPU, 0.25, BudgetPart.DISK, 0.25, BudgetPart.TOO_FEW_THREADS, 0.5);
    }

    @Test
    void theMachineHasTheWaitsOfAllLanes() {
        History history = play(ScriptedSource.cores(2).lasting(6).at(0, machine -> {
            for (int lane = 0; lane < 2; lane++) {
                int pid = 10 + lane;
                ScriptedLane each = machine.lane("lane" + lane, "threads", 1).process(pid).phase(Phase.MEASURED).confinedTo(List.of(lane));
                machine.core(lane).busy(0.5);
                machine.thread(pid, pid, "w").onCpu(0.5).slices(5);
                each.worker(pid, pid).waits(lane == 0 ? WaitKind.IO : WaitKind.SLEEP, 0.5);
            }
        }), 2);
        shares(history.newestLanes().get(0).budget(), BudgetPart.ON_CPU, 0.5, BudgetPart.IO, 0.5);
        shares(history.newestLanes().get(1).budget(), BudgetPart.ON_CPU, 0.5, BudgetPart.SLEEP, 0.5);
        shares(history.machineBudget(), BudgetPart.ON_CPU, 0.5, BudgetPart.IO, 0.25, BudgetPart.SLEEP, 0.25);
    }

    @Test
    void beforeALaneIsMeasuredNothingIsKnown() {
        History history = play(ScriptedSource.cores(2).lasting(4).at(0, machine ->
                machine.lane("p", "gil", 1).process(10).phase(Phase.WARM_UP)), 2);
        assertTrue(!history.newestLanes().get(0).budget().known() && !history.machineBudget().known());
        assertEquals(0, history.newestLanes().get(0).budget().share(BudgetPart.ON_CPU));
    }
}
