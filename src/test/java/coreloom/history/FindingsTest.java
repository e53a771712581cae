package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.history.Finding.Kind;
import coreloom.history.Finding.Sureness;
import coreloom.snapshot.LimitReading;
import coreloom.snapshot.LockSign;
import coreloom.snapshot.Phase;
import coreloom.snapshot.QuotaReading;
import coreloom.snapshot.ScriptedLane;
import coreloom.snapshot.ScriptedMachine;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.ScriptedThread;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable.Count;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which findings programs have that are known, which they do not have, and in what order. */
class FindingsTest {
    private static List<Finding> play(int cores, int snapshots, Consumer<ScriptedMachine> script, Consumer<ScriptedSource> later) {
        ScriptedSource source = ScriptedSource.cores(cores).lasting(snapshots).at(0, script);
        later.accept(source);
        History history = new History(cores);
        Snapshot next = new Snapshot();
        while (source.read(next)) {
            next = history.accept(next);
        }
        List<Finding> findings = history.findings(history.newestLanes().get(0));
        for (int i = 1; i < findings.size(); i++) {
            boolean last = findings.get(i).kind() == Kind.UNEXPLAINED && i == findings.size() - 1;
            assertTrue(last || findings.get(i - 1).share() >= findings.get(i).share(), "largest first: " + findings);
        }
        return findings;
    }

    /** A watched program with process 10. */
    private static List<Finding> watched(int cores, Consumer<ScriptedMachine> script) {
        return play(cores, 12, machine -> {
            machine.lane("p", "attached", 0).process(10).phase(Phase.MEASURED);
            script.accept(machine);
        }, source -> { });
    }

    /** A thread of it that is blocked whenever it is not on a core, in that kind of wait. */
    private static ScriptedThread thread(ScriptedMachine machine, int tid, double onCpu, WaitKind kind) {
        int found = (int) Math.round(100 * (1 - onCpu));
        return machine.thread(10, tid, "t").onCpu(onCpu).slices(50).looks(100).foundWaiting(kind, found);
    }

    private static void loops(ScriptedMachine machine, int count, double onCpu) {
        for (int tid = 10; tid < 10 + count; tid++) {
            machine.thread(10, tid, "loop").onCpu(onCpu).runDelay(1 - onCpu).slices(100);
        }
    }

    private static Finding verdict(Kind kind, List<Finding> findings) {
        Finding first = findings.get(0);
        assertEquals(kind, first.kind(), findings.toString());
        assertTrue(first.sentence().endsWith("."), first.sentence());
        return first;
    }

    private static Optional<Finding> of(Kind kind, List<Finding> findings) {
        return findings.stream().filter(finding -> finding.kind() == kind).findFirst();
    }

    private static boolean has(Kind kind, List<Finding> findings) {
        return of(kind, findings).isPresent();
    }

    /** As {@code Thread.sleep} of Java, which waits at a condition of the thread's own. */
    @Test
    void threadsThatWaitAsAtLocksWhileNobodyCouldHoldOneSleep() {
        Finding sleeping = verdict(Kind.SLEEPING, watched(2, machine -> {
            for (int tid = 10; tid < 14; tid++) {
                thread(machine, tid, 0.002, WaitKind.LOCK).lock(0x1000 + 64 * tid);
            }
        }));
        assertEquals(Sureness.INFERRED, sleeping.sureness());
        assertTrue(sleeping.sentence().contains("for a moment or an event"), sleeping.sentence());
        verdict(Kind.LOCK_BOUND, watched(2, machine -> {
            machine.core(0).busy(1);
            for (int tid = 10; tid < 14; tid++) {
                thread(machine, tid, 0.25, WaitKind.LOCK).lock(0x1000);
            }
        }));
        verdict(Kind.LOCK_BOUND, watched(2, machine -> {
            thread(machine, 10, 0.002, WaitKind.DISK);
            for (int tid = 11; tid < 14; tid++) {
                thread(machine, tid, 0.002, WaitKind.LOCK).lock(0x1000);
            }
        }));
    }

    @Test
    void loopsOnOneCoreOfTwoAreCappedByTheirAffinityWhateverTheOtherCoreDoes() {
        for (double otherCore : new double[] {0, 1}) {
            List<Finding> findings = watched(2, machine -> {
                machine.core(0).busy(1);
                machine.core(1).busy(otherCore);
                machine.limits(List.of(new LimitReading(10, List.of(0), Optional.empty())));
                loops(machine, 3, 1 / 3.0);
            });
            Finding finding = verdict(Kind.AFFINITY_CAPPED, findings);
            assertEquals(0.5, finding.share(), 0.02);
            assertEquals(Sureness.SURE, finding.sureness());
            assertTrue(finding.sentence().startsWith("3 threads use 1.00 cores and are ready but without one 67 % of their time; affinity or cpuset "
                    + "allows 1 core of 2"), finding.sentence());
            assertFalse(has(Kind.STOLEN_BY_PROGRAMS, findings), findings.toString());
        }
    }

    @Test
    void whoeverElseIsOnTheOneCoreDoesNotHideThatOthersAreDenied() {
        verdict(Kind.AFFINITY_CAPPED, watched(2, machine -> {
            machine.core(0).busy(1);
            machine.core(1).busy(0.3);
            machine.limits(List.of(new LimitReading(10, List.of(0), Optional.empty())));
            loops(machine, 3, 0.27);
        }));
    }

    @Test
    void whatIsLeftOverGoesToWaitsThatHaveAName() {
        List<Finding> findings = watched(8, machine -> {
            machine.core(0).busy(0.2);
            thread(machine, 10, 0.1, WaitKind.DISK);
            machine.thread(10, 11, "unseen").onCpu(0.1).slices(10);
        });
        verdict(Kind.DISK_BOUND, findings);
        assertEquals(0.9 / 8, of(Kind.UNEXPLAINED, findings).orElseThrow().share(), 0.01);
    }

    @Test
    void oneLoopOnOneCoreIsTooFewThreadsAndNotCapped() {
        List<Finding> findings = watched(2, machine -> {
            machine.core(0).busy(1);
            machine.limits(List.of(new LimitReading(10, List.of(0), Optional.empty())));
            loops(machine, 1, 1);
        });
        verdict(Kind.TOO_FEW_THREADS, findings);
        assertFalse(has(Kind.AFFINITY_CAPPED, findings), findings.toString());
    }

    /** One thread under a quota of half a core; {@code throttled} of the time it is kept from its core. */
    private static List<Finding> quota(double throttled) {
        return play(2, 12, machine -> {
            machine.lane("p", "attached", 0).process(10).phase(Phase.MEASURED);
            machine.core(0).busy(1 - throttled);
            loops(machine, 1, 1 - throttled);
        }, source -> {
            for (int i = 0; i < 12; i++) {
                QuotaReading quota = new QuotaReading("/g", 50_000, 100_000, 5L * i, throttled > 0 ? 5L * i : 0, Math.round(throttled * 1_000_000) * i);
                source.at(i, machine -> machine.limits(List.of(new LimitReading(10, List.of(), Optional.of(quota)))));
            }
        });
    }

    @Test
    void aQuotaThatIsUsedUpIsTheReasonEvenForOneThread() {
        List<Finding> findings = quota(0.5);
        Finding finding = verdict(Kind.QUOTA_THROTTLED, findings);
        assertEquals(0.75, finding.share(), 0.03);
        assertEquals("Throttled: 1 thread uses 0.50 of 2 cores, and the quota of its cgroup is 0.50 cores; it was used up in 100 % of its periods.",
                finding.sentence());
        assertFalse(has(Kind.TOO_FEW_THREADS, findings), "a further thread could not use what is left");
        assertFalse(has(Kind.STOLEN_BY_PROGRAMS, findings), findings.toString());
    }

    @Test
    void aQuotaThatIsNotUsedUpIsNoFinding() {
        assertFalse(has(Kind.QUOTA_THROTTLED, quota(0)));
    }

    @Test
    void aLoneSleeperOnManyCoresSleepsAndIsNotTooFew() {
        List<Finding> findings = watched(8, machine -> machine.thread(10, 10, "sleep").looks(10).foundWaiting(WaitKind.SLEEP, 10));
        Finding finding = verdict(Kind.SLEEPING, findings);
        assertEquals("8.0 of 8 cores idle: 1 thread sleeps 100 % of its time (sampled).", finding.sentence());
        assertEquals(Sureness.LIKELY, finding.sureness());
        assertEquals(1, finding.share(), 0.01);
        assertFalse(has(Kind.TOO_FEW_THREADS, findings), findings.toString());
    }

    @Test
    void butOneThatIsBusyBesideSleepersIs() {
        List<Finding> findings = watched(8, machine -> {
            machine.core(0).busy(1);
            loops(machine, 1, 1);
            for (int tid = 20; tid < 23; tid++) {
                machine.thread(10, tid, "sleep").looks(10).foundWaiting(WaitKind.SLEEP, 10);
            }
        });
        assertEquals("7.0 of 8 cores idle: 1 of 4 threads is busy all the time, the others have little to do, and one cannot use more cores.",
                verdict(Kind.TOO_FEW_THREADS, findings).sentence());
        assertFalse(has(Kind.SLEEPING, findings), findings.toString());
    }

    @Test
    void aThreadThatIsMostlyBusyIsMostlyTooFew() {
        List<Finding> findings = watched(8, machine -> {
            machine.core(0).busy(0.7);
            thread(machine, 10, 0.7, WaitKind.IO);
        });
        verdict(Kind.TOO_FEW_THREADS, findings);
        assertTrue(has(Kind.IO_BOUND, findings), findings.toString());
    }

    @Test
    void aShellThatWaitsForASleeperDoesNotHideThatItSleeps() {
        List<Finding> findings = watched(8, machine -> {
            machine.thread(10, 10, "sh").looks(10).foundWaiting(WaitKind.CHILD, 10);
            machine.thread(10, 11, "sh").looks(10).foundWaiting(WaitKind.CHILD, 10);
            machine.thread(10, 12, "sleep").looks(10).foundWaiting(WaitKind.SLEEP, 10);
        });
        verdict(Kind.SLEEPING, findings);
        assertFalse(has(Kind.WAITING_FOR_CHILD, findings), findings.toString());
        verdict(Kind.WAITING_FOR_CHILD, watched(2, machine -> machine.thread(10, 10, "sh").looks(10).foundWaiting(WaitKind.CHILD, 10)));
    }

    @Test
    void diskAndInputOutputAreTwoFindings() {
        List<Finding> disk = watched(2, machine -> thread(machine, 10, 0.1, WaitKind.DISK));
        assertEquals("1.9 of 2 cores idle: 1 thread waits for a disk 90 % of its time (sampled).", verdict(Kind.DISK_BOUND, disk).sentence());
        assertFalse(has(Kind.IO_BOUND, disk), disk.toString());
        List<Finding> io = watched(2, machine -> thread(machine, 10, 0.1, WaitKind.IO));
        assertEquals("1.9 of 2 cores idle: 1 thread waits for I/O 90 % of its time (sampled).", verdict(Kind.IO_BOUND, io).sentence());
        assertFalse(has(Kind.DISK_BOUND, io), io.toString());
    }

    @Test
    void moreReadyThreadsThanCoresAreOversubscribed() {
        Finding finding = verdict(Kind.OVERSUBSCRIBED, watched(2, machine -> {
            machine.core(0).busy(1);
            machine.core(1).busy(1);
            loops(machine, 6, 1 / 3.0);
        }));
        assertEquals("6 threads use 2.00 of 2 cores and are ready but without a core 67 % of their time: more threads than cores.", finding.sentence());
        assertEquals(Sureness.SURE, finding.sureness());
    }

    @Test
    void asManyAsCoresAreNot() {
        List<Finding> findings = watched(2, machine -> {
            machine.core(0).busy(1);
            machine.core(1).busy(1);
            loops(machine, 2, 1);
        });
        verdict(Kind.ALL_WELL, findings);
        assertEquals(1, findings.size(), findings.toString());
    }

    @Test
    void otherProgramsStealOnlyFromThreadsThatAreReady() {
        Finding finding = verdict(Kind.STOLEN_BY_PROGRAMS, watched(2, machine -> {
            machine.core(0).busy(1);
            machine.core(1).busy(1);
            loops(machine, 2, 0.4);
        }));
        assertEquals(0.6, finding.share(), 0.02);
        List<Finding> asleep = watched(2, machine -> {
            machine.core(0).busy(1);
            machine.core(1).busy(0.5);
            thread(machine, 10, 0.1, WaitKind.SLEEP);
        });
        assertFalse(has(Kind.STOLEN_BY_PROGRAMS, asleep), asleep.toString());
        verdict(Kind.SLEEPING, asleep);
    }

    @Test
    void theHypervisorStealsFromWhoeverRuns() {
        verdict(Kind.STOLEN_BY_HYPERVISOR, watched(2, machine -> {
            machine.core(0).busy(0.3).steal(0.7);
            machine.core(1).busy(0.3).steal(0.7);
            loops(machine, 2, 0.3);
        }));
        List<Finding> little = watched(2, machine -> {
            machine.core(0).busy(0.97).steal(0.03);
            machine.core(1).busy(0.97).steal(0.03);
            loops(machine, 2, 0.97);
        });
        assertFalse(has(Kind.STOLEN_BY_HYPERVISOR, little), little.toString());
    }

    /** One thread always on a core, three that are so for a fifth of the time and then wait. */
    private static List<Finding> uneven(int snapshots, double hot) {
        return play(4, snapshots, machine -> {
            machine.lane("p", "attached", 0).process(10).phase(Phase.MEASURED);
            machine.core(0).busy(hot);
            machine.core(1).busy(0.6);
            thread(machine, 10, hot, WaitKind.SLEEP);
            for (int tid = 11; tid < 14; tid++) {
                thread(machine, tid, 0.2, WaitKind.LOCK).lock(0x1000 + 64 * tid);
            }
        }, source -> source.every(Duration.ofMillis(300)));
    }

    @Test
    void oneHotThreadAmongFourIsAnUnevenDivisionOfWork() {
        Finding finding = verdict(Kind.IMBALANCED, uneven(12, 1));
        assertEquals(0.6, finding.share(), 0.02);
        assertEquals("2.4 of 4 cores idle: the work is uneven: of 4 threads that have some, one is on a core 100 % of the time and the others 20 %.",
                finding.sentence());
        assertEquals(Sureness.INFERRED, finding.sureness());
    }

    @Test
    void whetherWorkIsUnevenIsNotSaidYetWithinASecond() {
        assertFalse(has(Kind.IMBALANCED, uneven(4, 1)), "0.9 s");
        assertTrue(has(Kind.IMBALANCED, uneven(5, 1)));
        assertFalse(has(Kind.IMBALANCED, uneven(12, 0.5)), "no thread is always on a core");
    }

    /** A thread that computes and one that releases the lock for short I/O; each wait for the lock lasts so long. */
    private static List<Finding> convoy(double io, long waitNanos) {
        return play(2, 12, machine -> {
            ScriptedLane lane = machine.lane("gil", "gil", 2).phase(Phase.MEASURED).process(10);
            machine.core(0).busy(1);
            machine.thread(10, 11, "computes").onCpu(0.9);
            machine.thread(10, 12, "io").onCpu(0.02);
            lane.worker(10, 11).units(100).waits(WaitKind.INTERPRETER_LOCK, 0.1).counts(Count.HANDOFFS, 100);
            lane.worker(10, 12).units(100).waits(WaitKind.INTERPRETER_LOCK, 0.98 - io).waits(WaitKind.IO, io).lockWaits(80, waitNanos);
        }, source -> { });
    }

    @Test
    void aConvoyIsShortInputOutputThatPaysASwitchIntervalEachTime() {
        List<Finding> findings = convoy(0.1, 5_000_000);
        Finding finding = verdict(Kind.CONVOY, findings);
        assertTrue(finding.sentence().contains("convoy at the interpreter lock: one thread computes 90 % of the time"), finding.sentence());
        assertEquals(finding.share(), of(Kind.INTERPRETER_LOCK_BOUND, findings).orElseThrow().share(), "a case of it");
        assertFalse(has(Kind.CONVOY, convoy(0, 5_000_000)), "nobody lets go by himself");
        assertFalse(has(Kind.CONVOY, convoy(0.1, 100_000)), "each wait is short");
    }

    @Test
    void moreCoresUnderAnInterpreterLockAreItsFaultToo() {
        Finding finding = verdict(Kind.INTERPRETER_LOCK_BOUND, play(8, 12, machine -> {
            ScriptedLane lane = machine.lane("gil", "gil", 4).phase(Phase.MEASURED).process(10);
            machine.core(0).busy(1);
            for (int tid = 11; tid < 15; tid++) {
                lane.worker(10, tid).units(100).waits(WaitKind.INTERPRETER_LOCK, 0.75);
                machine.thread(10, tid, "w").onCpu(0.25);
            }
        }, source -> { }));
        assertEquals(7 / 8.0, finding.share(), 0.02, "a fifth thread would wait too");
        assertEquals(Sureness.SURE, finding.sureness());
    }

    @Test
    void aLockThatSeveralWaitForIsNamed() {
        List<Finding> findings = watched(2, machine -> {
            for (int tid = 10; tid < 14; tid++) {
                thread(machine, tid, 0.2, WaitKind.LOCK).lock(0x7f00).sign(LockSign.LOCK);
            }
        });
        Finding finding = verdict(Kind.LOCK_BOUND, findings);
        assertTrue(finding.sentence().endsWith("80 % of their time (sampled); most at lock 0x7f00, 4 threads at once."), finding.sentence());
        assertEquals(Sureness.LIKELY, finding.sureness());
        assertEquals(Sureness.INFERRED, verdict(Kind.LOCK_BOUND, watched(2, machine -> {
            thread(machine, 10, 0.2, WaitKind.LOCK).sign(LockSign.LOCK);
            thread(machine, 11, 0.7, WaitKind.SLEEP);
        })).sureness(), "one alone");
        assertEquals(Sureness.INFERRED, verdict(Kind.LOCK_BOUND, watched(2, machine -> {
            for (int tid = 10; tid < 14; tid++) {
                thread(machine, tid, 0.2, WaitKind.LOCK).lock(0x7f00);
            }
        })).sureness(), "a semaphore may be a lock or a queue without work");
    }

    /** Threads of 10 that wait at words of their own, or all at one, as their calls tell. */
    private static void waiters(ScriptedMachine machine, int count, double onCpu, LockSign sign, boolean together) {
        for (int tid = 20; tid < 20 + count; tid++) {
            thread(machine, tid, onCpu, WaitKind.LOCK).lock(together ? 0x7f00 : 0x7f00 + 64 * tid).sign(sign);
        }
    }

    /** Threads that have not run all the time. */
    private static void resting(ScriptedMachine machine, int count, LockSign sign, boolean together) {
        for (int tid = 20; tid < 20 + count; tid++) {
            machine.thread(10, tid, "pool").looks(10).foundWaiting(WaitKind.LOCK, 10).lock(together ? 0x7f00 : 0x7f00 + 64 * tid).sign(sign);
        }
    }

    @Test
    void threadsThatWaitAtABarrierWaitForOneAnother() {
        Finding turns = verdict(Kind.IMBALANCED, watched(4, machine -> {
            machine.core(0).busy(0.6);
            machine.core(1).busy(0.6);
            waiters(machine, 4, 0.3, LockSign.CONDITION, true);
        }));
        assertEquals("2.8 of 4 cores idle: 4 threads wait at barriers or conditions for one another 70 % of their time (sampled), so that too few run at a "
                + "time.", turns.sentence());
        assertEquals(Sureness.INFERRED, turns.sureness());
        List<Finding> oneIsSlow = watched(4, machine -> {
            machine.core(0).busy(1);
            machine.core(1).busy(0.3);
            loops(machine, 1, 1);
            waiters(machine, 3, 0.1, LockSign.CONDITION, true);
        });
        verdict(Kind.IMBALANCED, oneIsSlow);
        assertFalse(has(Kind.LOCK_BOUND, oneIsSlow), oneIsSlow.toString());
    }

    @Test
    void aPoolWithoutWorkIsTooFewThreadsWithWork() {
        for (boolean together : new boolean[] {true, false}) {
            for (Consumer<ScriptedMachine> pool : List.<Consumer<ScriptedMachine>>of(
                    machine -> waiters(machine, 4, 0.02, LockSign.CONDITION, together), machine -> resting(machine, 4, LockSign.CONDITION, together),
                    machine -> resting(machine, 4, LockSign.NONE, together))) {
                List<Finding> findings = watched(2, machine -> {
                    machine.core(0).busy(1);
                    loops(machine, 1, 1);
                    pool.accept(machine);
                });
                assertFalse(verdict(Kind.TOO_FEW_THREADS, findings).sureness() == Sureness.SURE, findings.toString());
                assertFalse(has(Kind.LOCK_BOUND, findings), findings.toString());
            }
        }
        Finding producer = verdict(Kind.TOO_FEW_THREADS, watched(2, machine -> {
            machine.core(0).busy(0.7);
            thread(machine, 10, 0.5, WaitKind.OTHER);
            waiters(machine, 4, 0.02, LockSign.CONDITION, true);
        }));
        assertTrue(producer.sentence().contains("5 threads wait at conditions"), producer.sentence());
        assertEquals(Sureness.INFERRED, producer.sureness());
    }

    @Test
    void aPoolWithoutWorkGivesWayToWhatTheOthersWaitFor() {
        List<Finding> server = watched(8, machine -> {
            thread(machine, 10, 0.02, WaitKind.IO);
            waiters(machine, 4, 0.02, LockSign.CONDITION, true);
        });
        verdict(Kind.IO_BOUND, server);
        assertFalse(has(Kind.LOCK_BOUND, server), server.toString());
        Finding idle = verdict(Kind.SLEEPING, watched(8, machine -> resting(machine, 4, LockSign.NONE, true)));
        assertEquals(Sureness.INFERRED, idle.sureness());
    }

    /** From outside, a lock of Java is a condition of each thread's own. */
    @Test
    void locksOfJavaAreLocksAsFarAsTheyCanBeHeld() {
        Consumer<ScriptedMachine> services = machine -> machine.thread(10, 90, "VM Thread").slices(5).looks(10).foundWaiting(WaitKind.LOCK, 10);
        Finding contended = verdict(Kind.LOCK_BOUND, watched(2, machine -> {
            machine.core(0).busy(1);
            services.accept(machine);
            waiters(machine, 4, 0.25, LockSign.CONDITION, false);
        }));
        assertEquals(Sureness.INFERRED, contended.sureness());
        assertTrue(contended.sentence().contains("4 threads wait for locks or conditions 75 %"), contended.sentence());
        Finding greedy = verdict(Kind.LOCK_BOUND, watched(2, machine -> {
            machine.core(0).busy(1);
            services.accept(machine);
            thread(machine, 10, 1, WaitKind.LOCK).looks(100).foundWaiting(WaitKind.LOCK, 50);
            resting(machine, 3, LockSign.CONDITION, false);
        }));
        assertEquals(Sureness.INFERRED, greedy.sureness(), "it takes the lock back before another has it, and waited at other times");
        verdict(Kind.TOO_FEW_THREADS, watched(2, machine -> {
            machine.core(0).busy(1);
            services.accept(machine);
            loops(machine, 1, 1);
            waiters(machine, 4, 0.02, LockSign.CONDITION, false);
        }));
    }

    @Test
    void whatNobodySawHidesNothingThatHasEvidence() {
        List<Finding> findings = watched(8, machine -> {
            thread(machine, 10, 0.1, WaitKind.DISK);
            for (int tid = 11; tid < 15; tid++) {
                machine.thread(10, tid, "unseen").slices(10);
            }
        });
        verdict(Kind.DISK_BOUND, findings);
        Finding last = findings.get(findings.size() - 1);
        assertEquals(Kind.UNEXPLAINED, last.kind());
        assertEquals(Sureness.INFERRED, last.sureness());
        assertTrue(last.share() > 4 / 8.0 - 0.02, findings.toString());
    }

    @Test
    void whatNobodySawIsUnexplained() {
        assertEquals("1.8 of 2 cores idle: 1 thread uses 0.20 cores and is blocked 80 % of its time; what for is not reported.",
                verdict(Kind.UNEXPLAINED, watched(2, machine -> {
                    machine.core(0).busy(0.2);
                    machine.thread(10, 10, "a").onCpu(0.2).slices(10);
                })).sentence());
    }

    @Test
    void thereIsNothingButNotYetBeforeEnoughIsMeasured() {
        List<Finding> findings = play(2, 1, machine -> machine.lane("p", "attached", 0).process(10).phase(Phase.MEASURED), source -> { });
        assertEquals(Kind.NOT_YET, findings.get(0).kind());
        assertEquals(1, findings.size(), findings.toString());
        assertEquals(0, findings.get(0).share());
    }

    @Test
    void thatAProgramFailedDoesNotHideWhereItsTimeWent() {
        ScriptedSource source = ScriptedSource.cores(2).lasting(8).at(0, machine -> {
            machine.lane("p", "command", 0).process(10).phase(Phase.MEASURED);
            machine.core(0).busy(1);
            loops(machine, 1, 1);
        }).at(6, machine -> machine.lane("p").phase(Phase.FAILED).trouble("Process 10 ended with exit code 3."));
        History history = new History(2);
        Snapshot next = new Snapshot();
        while (source.read(next)) {
            next = history.accept(next);
        }
        LaneSummary lane = history.newestLanes().get(0);
        assertEquals(List.of(Kind.FAILED, Kind.TOO_FEW_THREADS), history.findings(lane).stream().map(Finding::kind).toList());
        assertEquals("Process 10 ended with exit code 3. 1.0 of 2 cores idle: 1 thread, busy 100 % of the time, cannot use more cores.",
                history.finding(lane).sentence());
    }

    @Test
    void everyKindIsExplainedUnderItsName() throws IOException {
        List<String> headings = Files.readAllLines(Path.of("docs/findings.md")).stream().filter(line -> line.startsWith("## ")).toList();
        for (Kind kind : Kind.values()) {
            assertTrue(headings.contains("## " + kind.key()) || headings.contains("## failed, not-yet") && kind.ordinal() < 2, kind.key());
        }
    }

    @Test
    void everyKindHasANameOfItsOwnThatLeadsBackToIt() {
        for (Kind kind : Kind.values()) {
            assertEquals(Optional.of(kind), Kind.named(kind.key()));
        }
        assertEquals("stolen-by-hypervisor", Kind.STOLEN_BY_HYPERVISOR.key());
        assertEquals(Optional.empty(), Kind.named("gil"));
    }
}
