package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.Marker;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import coreloom.view.Picture;
import coreloom.view.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How far back a history reaches, in what memory, and what is left of what is old. */
class RewindTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int PID = 10;

    /** A busy machine: every thread ran a different part of every second, of all it is known how, and what it waited for. */
    private static final class Busy {
        private final Random random = new Random(5);
        private final History history;
        private final Snapshot script = ScriptedSource.cores(8)
                .at(0, machine -> machine.lane("server", "attached", 0).process(PID).phase(Phase.MEASURED)).next();
        private final int threads;
        private final int lifetime;
        private final long[] onCpu;
        private final long[] runDelay;
        private final String[] names;
        private final List<Double> onCpuSeconds = new ArrayList<>();
        private Snapshot next = new Snapshot();
        private long number;

        /** @param lifetime snapshots after which a thread ends and another takes its row; 0: never */
        Busy(History history, int threads, int lifetime) {
            this.history = history;
            this.threads = threads;
            this.lifetime = lifetime;
            onCpu = new long[threads];
            runDelay = new long[threads];
            names = new String[threads];
            for (int row = 0; row < threads; row++) {
                names[row] = "thread-" + row;
            }
        }

        void feed(int snapshots) {
            for (int i = 0; i < snapshots; i++) {
                fill();
                next = history.accept(next);
                number++;
            }
        }

        private void fill() {
            next.at(number, 1 + number * SECOND, number * 1_000);
            next.run("p", script.lanes());
            next.markers(number % 1000 == 500 ? List.of(new Marker(Marker.Kind.NOTE, number * SECOND, "note " + number)) : List.of());
            next.cores().clear();
            for (int id = 0; id < 8; id++) {
                next.cores().add(id, number * 500 + random.nextInt(200), number * 500, 0, 0);
            }
            next.threads().reset(threads);
            double sum = 0;
            for (int row = 0; row < threads; row++) {
                long life = lifetime == 0 ? 0 : (number + row) / lifetime;
                boolean born = lifetime > 0 && (number + row) % lifetime == 0;
                long ran = random.nextInt(900_000_000);
                onCpu[row] += ran;
                runDelay[row] += random.nextInt(100_000_000);
                sum += number == 0 || born ? 0 : ran / 1e9;
                next.threads().put(row, PID, (int) (100 + row + life * threads), 1 + life, names[row]);
                next.threads().onCpu(row, onCpu[row]);
                next.threads().runDelay(row, runDelay[row]);
                next.threads().state(row, 'S');
                next.threads().core(row, row % 8);
            }
            if (number > 0) {
                onCpuSeconds.add(sum);
            }
        }
    }

    @Test
    void anHourOfAThousandBusyThreadsIsKeptSecondBySecondInSixtyFourMebibytes() {
        History history = new History(8);
        new Busy(history, 1_000, 0).feed(3_601);
        assertEquals(1, history.get(0).parts());
        assertEquals(1_000, history.get(0).threads().size());
        assertTrue(history.bytes() <= 64L << 20, history.bytes() / 1048576.0 + " MiB");
    }

    @Test
    void whateverComesTheBoundHolds() {
        long bytes = 2L << 20;
        for (int lifetime : new int[] {0, 3, 50}) {
            History history = new History(8, bytes);
            Busy busy = new Busy(history, 100, lifetime);
            for (int i = 0; i < 40; i++) {
                busy.feed(100);
                assertTrue(history.bytes() <= bytes * 11 / 10, history.bytes() + " bytes after " + history.count() + " intervals, lifetime " + lifetime);
            }
            assertTrue(history.get(0).parts() > 100);
        }
    }

    @Test
    void nothingIsDroppedTimesAddUp() {
        History history = new History(8, 1L << 20);
        Busy busy = new Busy(history, 40, 0);
        busy.feed(8_001);
        long expected = 0;
        int merged = 0;
        for (long number = 0; number < history.count(); number = history.get(number).number() + 1) {
            Interval interval = history.get(number);
            assertEquals(number, interval.first());
            assertEquals(number, expected);
            expected = interval.number() + 1;
            assertEquals(interval.parts() * SECOND, interval.nanos());
            assertEquals(1 + expected * SECOND, interval.endNanos());
            for (long part = interval.first(); part <= interval.number(); part++) {
                assertSame(interval, history.get(part));
            }
            double onCpu = 0;
            for (int row = 0; row < interval.threads().size(); row++) {
                onCpu += interval.threads().onCpu(row) * interval.nanos() / 1e9;
            }
            double truth = busy.onCpuSeconds.subList((int) interval.first(), (int) interval.number() + 1).stream().mapToDouble(Double::doubleValue).sum();
            assertEquals(truth, onCpu, 1e-4 * interval.parts() + 1e-3, "interval " + number);
            merged += interval.parts() > 1 ? 1 : 0;
        }
        assertEquals(history.count(), expected);
        assertTrue(merged > 20, merged + " merged intervals");
        assertEquals(1, history.get(history.count() - 100).parts());
    }

    @Test
    void marksAndThreadsThatEndedStayInAMergedInterval() {
        History history = new History(8, 1L << 20);
        new Busy(history, 40, 100).feed(8_001);
        int notes = 0;
        boolean ended = false;
        for (long number = 0; number < history.count(); number = history.get(number).number() + 1) {
            notes += history.get(number).markers().size();
            ended |= history.get(number).threads().size() > 40;
        }
        assertEquals(8, notes);
        assertTrue(ended, "a thread that ended in a merged interval has a row there");
    }

    @Test
    void aMergedPictureSaysSo() {
        History history = new History(8, 1L << 20);
        new Busy(history, 40, 0).feed(4_001);
        long parts = history.get(0).parts();
        String screen = Picture.of(history, new State(new State.Mode.Paused(0), false), Picture.AROUND, 120, 40).text();
        assertTrue(screen.contains("bar = " + parts + " samples merged"), screen);
        assertTrue(screen.contains("Old samples are merged: this is of " + parts + ", " + parts + ".0 s long."), screen);
        long minutes = (history.get(history.count() - 1).endNanos() - history.get(0).endNanos()) / 60_000_000_000L;
        assertTrue(screen.contains("paused -" + (minutes < 60 ? minutes + "m" : minutes / 60 + "h")), screen);
    }

    @Test
    void percentilesOfPercentilesAreNotMadeUp() {
        ThreadShares shares = new ThreadShares();
        shares.add(1, 2, "w", 0);
        shares.percentiles(0, 1_000, 2_000);
        shares.handoffs(0, 10);
        shares.onCpu(0, 0.5f);
        ThreadShares merged = new ThreadShares();
        int row = merged.addLike(shares, 0);
        merged.addTimes(row, shares, 0, 0.5);
        merged.addTimes(row, shares, 0, 0.5);
        assertFalse(merged.hasWaits(0));
        assertEquals(10, merged.handoffsPerSecond(0), 1e-6);
        assertEquals(0.5, merged.onCpu(0), 1e-6);
        assertTrue(Float.isNaN(merged.runDelay(0)), "not 0");
    }
}
