package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.LimitReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.QuotaReading;
import coreloom.snapshot.RandomSnapshots;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WaitKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the readings are, the parts of every budget are a split of the whole. */
class IdleBudgetPropertyTest {
    private static final int SEEDS = 300;

    /** Columns that are missing, threads that come and go, counters that run backwards, cores that vanish, limits that change. */
    private static final class Chaos {
        private final Random random;
        private long nanos = 1;
        private final long[] millis = new long[4];

        Chaos(long seed) {
            random = new Random(seed);
        }

        Snapshot next(long number) {
            Snapshot snapshot = new Snapshot();
            long wall = 100_000_000 + random.nextInt(2_000_000_000);
            nanos += wall;
            snapshot.at(number, nanos, 0);
            snapshot.run("p", List.of(lane(0, 0), lane(1, 2)));
            snapshot.limits(limits());
            for (int core = 0; core < 4; core++) {
                core(snapshot, core, wall / 1_000_000);
            }
            snapshot.threads().reset(12);
            for (int row = 0; row < 12; row++) {
                thread(snapshot.threads(), row);
            }
            workers(snapshot);
            return snapshot;
        }

        private LaneReading lane(int id, int workers) {
            Phase phase = random.nextInt(8) == 0 ? Phase.WARM_UP : Phase.MEASURED;
            return new LaneReading(id, "lane" + id, workers == 0 ? "attached" : "gil", workers, phase, 0, 0,
                    List.of(ProcessReading.running(10 + id)), "", random.nextInt(3) == 0 ? List.of(0, 2) : List.of(), "");
        }

        private List<LimitReading> limits() {
            QuotaReading quota = new QuotaReading("/g", 50_000, 100_000, 1, 1, random.nextInt(9_000_000));
            return random.nextBoolean() ? List.of()
                    : List.of(new LimitReading(10 + random.nextInt(2), random.nextBoolean() ? List.of(1) : List.of(), Optional.of(quota)));
        }

        private void core(Snapshot snapshot, int core, long wallMillis) {
            long past = random.nextInt(wallMillis > 20 ? (int) wallMillis : 20);
            millis[core] += random.nextInt(12) == 0 ? -past : past;
            if (random.nextInt(6) > 0) {
                snapshot.cores().add(core, millis[core], millis[core] / 2 + random.nextInt(500), random.nextInt(30), random.nextInt(30));
            }
        }

        private void thread(ThreadTable table, int row) {
            if (random.nextInt(5) == 0) {
                return;
            }
            table.put(row, 10 + row % 3, 100 + row, random.nextInt(6), "t");
            long time = nanos / 12 + (random.nextInt(9) == 0 ? -random.nextInt(900_000_000) : random.nextInt(900_000_000));
            if (random.nextInt(8) > 0) {
                table.onCpu(row, time);
            }
            if (random.nextInt(8) > 0) {
                table.runDelay(row, random.nextInt(3) == 0 ? 0 : time / 2);
            }
            if (random.nextInt(8) > 0) {
                table.slices(row, time / 1_000_000);
            }
            if (random.nextInt(4) > 0) {
                table.wait(row, WaitKind.of(random.nextInt(WaitKind.COUNT)), random.nextInt(3));
            }
            if (random.nextInt(4) > 0) {
                table.samples(row, random.nextInt(1000));
                table.blockedSamples(row, WaitKind.of(random.nextInt(WaitKind.COUNT)), random.nextInt(1000));
            }
        }

        private void workers(Snapshot snapshot) {
            for (int number = 0; number < 3; number++) {
                if (random.nextInt(6) > 0) {
                    int row = snapshot.workers().add(1, number, 11, random.nextInt(4) == 0 ? 0 : 100 + 3 * random.nextInt(2) + 1);
                    snapshot.workers().waitNanos(row, WaitKind.of(random.nextInt(WaitKind.COUNT)), random.nextInt(2_000_000_000));
                }
            }
        }
    }

    @Test
    void thePartsSumToTheWholeInEveryInterval() {
        int measured = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Chaos chaos = new Chaos(seed);
            History history = new History(3);
            for (int i = 0; i < 20; i++) {
                history.accept(chaos.next(i));
                if (history.count() > 0) {
                    measured += check(history, "seed " + seed + ", snapshot " + i);
                }
            }
        }
        assertTrue(measured > SEEDS * 10, "enough intervals were measured: " + measured);
    }

    private static int check(History history, String where) {
        Interval interval = history.get(history.count() - 1);
        int measured = 0;
        for (IdleBudget budget : interval.budgets().lanes()) {
            measured += split(budget, interval.nanos(), where);
        }
        split(interval.budgets().machine(), interval.nanos(), where);
        long whole = interval.budgets().machineAll().wholeNanos();
        long parts = Arrays.stream(BudgetPart.values()).mapToLong(interval.budgets().machineAll()::nanos).sum();
        assertEquals(whole, parts, where);
        return measured;
    }

    private static int split(IdleBudget budget, long wall, String where) {
        if (!budget.known()) {
            return 0;
        }
        for (BudgetPart part : BudgetPart.values()) {
            assertTrue(budget.nanos(part) >= 0, where + ": " + part);
        }
        assertEquals(budget.wholeNanos(), Arrays.stream(BudgetPart.values()).mapToLong(budget::nanos).sum(), where);
        assertEquals(budget.cores(), Math.rint(budget.cores()), 1e-6, where + ": whole cores are on offer");
        assertTrue(budget.wholeNanos() <= 3 * wall + 3, where + ": no more than the monitor may use");
        assertEquals(1000, Arrays.stream(budget.rounded(1000)).sum(), where);
        return 1;
    }

    @Test
    void noSnapshotIsTooStrange() {
        for (long seed = 0; seed < 100; seed++) {
            RandomSnapshots random = new RandomSnapshots(seed, 20);
            History history = new History(2);
            for (int i = 0; i < 30; i++) {
                history.accept(random.next());
                if (history.count() > 0) {
                    check(history, "seed " + seed + ", snapshot " + i);
                }
            }
        }
    }
}
