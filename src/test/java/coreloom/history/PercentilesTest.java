package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.WaitBuckets;
import coreloom.snapshot.WorkerTable;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Percentiles out of fixed buckets. */
class PercentilesTest {
    @Test
    void aPercentileIsAtMostAnEighthOffTheExactOne() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            long[] waits = new long[1 + random.nextInt(500)];
            WorkerTable later = worker();
            for (int i = 0; i < waits.length; i++) {
                waits[i] = (long) Math.exp(Math.log(128) + random.nextDouble() * Math.log(1e11 / 128));
                int bucket = WaitBuckets.of(waits[i]);
                later.waits(0, bucket, later.waits(0, bucket) + 1);
            }
            Arrays.sort(waits);
            Percentiles percentiles = new Percentiles();
            percentiles.addDifference(worker(), 0, later, 0);
            for (double share : new double[] {0.01, 0.5, 0.99, 1}) {
                long exact = waits[Math.max(1, (int) Math.ceil(share * waits.length)) - 1];
                assertEquals(exact, percentiles.nanos(share), exact * 0.125, "seed " + seed + " round " + round + " share " + share);
            }
        }
    }

    @Test
    void everyBucketHoldsItsOwnBounds() {
        for (int bucket = 1; bucket < WaitBuckets.COUNT; bucket++) {
            assertEquals(bucket, WaitBuckets.of(WaitBuckets.floorNanos(bucket)));
            assertEquals(bucket - 1, WaitBuckets.of(WaitBuckets.floorNanos(bucket) - 1));
            assertEquals(bucket, WaitBuckets.of(WaitBuckets.middleNanos(bucket)));
        }
        assertEquals(WaitBuckets.COUNT - 1, WaitBuckets.of(Long.MAX_VALUE));
        assertEquals(0, WaitBuckets.of(0));
    }

    @Test
    void withoutWaitsThereIsNoPercentile() {
        Percentiles percentiles = new Percentiles();
        assertTrue(percentiles.isEmpty());
        assertEquals(-1, percentiles.nanos(0.5));
    }

    private static WorkerTable worker() {
        WorkerTable table = new WorkerTable();
        table.add(0, 0, 1, 1);
        return table;
    }
}
