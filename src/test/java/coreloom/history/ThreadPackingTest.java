package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.WaitBuckets;
import coreloom.snapshot.WaitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is packed comes out again, to the millionth, whatever it is. */
class ThreadPackingTest {
    private final ThreadPage page = new ThreadPage(100);
    private final ThreadPacking packing = new ThreadPacking();

    @Test
    void comesOutAsItWentIn() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<ThreadShares> tables = new ArrayList<>();
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            tables.add(table(random));
            offsets.add(packing.pack(tables.get(i), page));
        }
        ThreadShares out = new ThreadShares();
        for (int i = 0; i < tables.size(); i++) {
            ThreadPacking.unpack(page, offsets.get(i), out);
            assertSame(tables.get(i), out, "seed " + seed + " table " + i);
        }
    }

    @Test
    void whatCameOutGoesInAndComesOutTheSame() {
        Random random = new Random(7);
        ThreadShares once = new ThreadShares();
        ThreadShares twice = new ThreadShares();
        for (int i = 0; i < 200; i++) {
            ThreadPacking.unpack(page, packing.pack(table(random), page), once);
            ThreadPacking.unpack(page, packing.pack(once, page), twice);
            for (int row = 0; row < once.size(); row++) {
                assertEquals(once.onCpu(row), twice.onCpu(row));
                assertEquals(once.runDelay(row), twice.runDelay(row));
                for (int kind = 0; kind < WaitKind.COUNT; kind++) {
                    assertEquals(once.blocked(row, WaitKind.of(kind)), twice.blocked(row, WaitKind.of(kind)), 1e-6f);
                }
            }
        }
    }

    @Test
    void theSharesOfAThreadStillMakeTheInterval() {
        Random random = new Random(3);
        ThreadShares out = new ThreadShares();
        for (int i = 0; i < 500; i++) {
            ThreadShares in = new ThreadShares();
            in.add(1, 2, "t", 0);
            whole(in, 0, random);
            ThreadPacking.unpack(page, packing.pack(in, page), out);
            double sum = out.onCpu(0) + out.runDelay(0);
            for (int kind = 0; kind < WaitKind.COUNT; kind++) {
                sum += out.blocked(0, WaitKind.of(kind));
            }
            assertEquals(1, sum, 5e-6);
        }
    }

    @Test
    void aRestingThreadTakesEightBytesAndABusyOneFourteen() {
        ThreadShares shares = new ThreadShares();
        int threads = 1_000;
        for (int i = 0; i < threads; i++) {
            shares.add(77, 1000 + i, "thread " + i, 0);
            shares.state(i, 'S', 3);
            rest(shares, i, 0, 0);
        }
        packing.pack(shares, page);
        int before = packing.pack(shares, page);
        int resting = packing.pack(shares, page) - before;
        for (int i = 0; i < threads; i++) {
            rest(shares, i, 0.3f + i * 1e-4f, 0.05f);
        }
        int busy = packing.pack(shares, page);
        busy = packing.pack(shares, page) - busy;
        assertTrue(resting <= threads * 8 + 2 && busy <= threads * 14 + 2, resting + " and " + busy + " bytes");
    }

    private static void rest(ThreadShares shares, int row, float onCpu, float runDelay) {
        shares.onCpu(row, onCpu);
        shares.runDelay(row, runDelay);
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            shares.blocked(row, WaitKind.of(kind), kind == WaitKind.SLEEP.ordinal() ? 1 - onCpu - runDelay : 0);
        }
    }

    private static ThreadShares table(Random random) {
        ThreadShares table = new ThreadShares();
        int rows = random.nextInt(20);
        for (int i = 0; i < rows; i++) {
            int row = table.add(random.nextInt(3) - 1, random.nextInt(100), "t" + random.nextInt(50), random.nextInt(3) - 1);
            table.state(row, "RSDTtZXI?".charAt(random.nextInt(9)), random.nextInt(5) - 1);
            if (random.nextBoolean()) {
                table.number(row, random.nextInt(9));
            }
            if (random.nextBoolean()) {
                whole(table, row, random);
            } else {
                partly(table, row, random);
            }
            report(table, row, random);
        }
        return table;
    }

    private static void whole(ThreadShares table, int row, Random random) {
        double left = 1;
        table.onCpu(row, (float) (left * random.nextDouble()));
        left -= table.onCpu(row);
        table.runDelay(row, (float) (left * random.nextDouble()));
        left -= table.runDelay(row);
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            double share = kind == WaitKind.COUNT - 1 ? left : random.nextBoolean() ? 0 : left * random.nextDouble();
            table.blocked(row, WaitKind.of(kind), (float) share);
            left -= share;
        }
    }

    private static void partly(ThreadShares table, int row, Random random) {
        if (random.nextBoolean()) {
            table.onCpu(row, random.nextFloat());
        }
        if (random.nextBoolean()) {
            table.runDelay(row, random.nextFloat());
        }
        if (random.nextBoolean()) {
            for (int kind = 0; kind < WaitKind.COUNT; kind++) {
                table.blocked(row, WaitKind.of(kind), random.nextInt(3) * random.nextFloat());
            }
        }
    }

    private static void report(ThreadShares table, int row, Random random) {
        if (random.nextBoolean()) {
            table.waitsTold(row);
            table.handoffs(row, random.nextInt(2_000_000_000) / 1000f);
        }
        if (random.nextBoolean()) {
            table.units(row, random.nextInt(2_000_000_000) / 1000f);
        }
        if (random.nextBoolean()) {
            table.percentiles(row, WaitBuckets.middleNanos(random.nextInt(WaitBuckets.COUNT)), WaitBuckets.middleNanos(random.nextInt(WaitBuckets.COUNT)));
        }
        if (random.nextInt(5) == 0) {
            table.carried(row);
        }
    }

    private static void assertSame(ThreadShares in, ThreadShares out, String where) {
        assertEquals(in.size(), out.size(), where);
        for (int row = 0; row < in.size(); row++) {
            assertEquals(who(in, row), who(out, row), where);
            assertEquals(in.onCpu(row), out.onCpu(row), 1e-6f, where);
            assertEquals(in.runDelay(row), out.runDelay(row), 1e-6f, where);
            for (int kind = 0; kind < WaitKind.COUNT; kind++) {
                assertEquals(in.blocked(row, WaitKind.of(kind)), out.blocked(row, WaitKind.of(kind)), 1e-5f, where);
            }
            assertEquals(in.handoffsPerSecond(row), out.handoffsPerSecond(row), 1e-3f, where);
            assertEquals(in.unitsPerSecond(row), out.unitsPerSecond(row), 1e-3f, where);
        }
    }

    private static String who(ThreadShares table, int row) {
        return table.pid(row) + " " + table.tid(row) + " " + table.name(row) + " " + table.laneId(row) + " " + table.isWorker(row) + " " + table.worker(row)
                + " " + table.state(row) + " " + (table.knowsCore(row) ? table.core(row) : -1) + " " + table.isCarried(row) + " " + table.tellsWaits(row)
                + " " + table.hasWaits(row) + " " + table.p50Nanos(row) + " " + table.p99Nanos(row);
    }
}
