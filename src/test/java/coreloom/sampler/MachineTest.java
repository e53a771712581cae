package coreloom.sampler;

import static coreloom.snapshot.ThreadTable.CORE;
import static coreloom.snapshot.ThreadTable.ON_CPU;
import static coreloom.snapshot.ThreadTable.RUN_DELAY;
import static coreloom.snapshot.ThreadTable.STATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.sampler.linux.ProcThreads;
import coreloom.sampler.oshi.OshiThreads;
import coreloom.snapshot.Clock;
import coreloom.snapshot.LanePort;
import coreloom.snapshot.LaneReading;
import coreloom.snapshot.OwnPort;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WorkerTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** On the real machine: what must hold whatever runs there. */
@Tag("machine")
@EnabledOnOs(value = OS.LINUX, disabledReason = "/proc is there on Linux only")
class MachineTest {
    private static final Path PROC = Path.of("/proc");
    private static final double NANOS_PER_MILLI = 1e6;
    /** On-CPU time of a running thread is brought up to date by the clock tick, and the kernel rounds differently in its two files. */
    private static final double SLACK_MILLIS = 20;

    private final Faults faults = new Faults();

    private static Set<Integer> tids(ThreadTable table) {
        Set<Integer> tids = new TreeSet<>();
        for (int row = 0; row < table.rows(); row++) {
            if (table.used(row)) {
                tids.add(table.tid(row));
            }
        }
        return tids;
    }

    private static int row(ThreadTable table, int tid) {
        for (int row = 0; row < table.rows(); row++) {
            if (table.used(row) && table.tid(row) == tid) {
                return row;
            }
        }
        throw new AssertionError("thread " + tid + " is not among " + tids(table));
    }

    private static double onCpuMillis(ThreadTable table, int tid) {
        int row = row(table, tid);
        assertTrue(table.knows(row, ON_CPU), "thread " + tid);
        return table.onCpuNanos(row) / NANOS_PER_MILLI;
    }

    @Test
    void bothReadersTellTheSame() throws Exception {
        try (Child child = Child.start(BusyChild.class);
                ProcThreads proc = new ProcThreads(PROC, faults);
                OshiThreads oshi = OshiThreads.linux(faults)) {
            assertEquals("ready", child.line());
            int[] pids = {child.pid()};
            ThreadTable before = new ThreadTable();
            ThreadTable between = new ThreadTable();
            ThreadTable after = new ThreadTable();
            oshi.read(pids, between);
            proc.read(pids, before);
            oshi.read(pids, between);
            proc.read(pids, after);
            assertEquals(tids(before), tids(after));
            assertEquals(tids(before), tids(between));
            for (int tid : tids(between)) {
                double told = onCpuMillis(between, tid);
                double least = onCpuMillis(before, tid) * 0.95 - SLACK_MILLIS;
                double most = onCpuMillis(after, tid) * 1.05 + SLACK_MILLIS;
                assertTrue(least <= told && told <= most, "thread " + tid + ": OSHI " + told + " ms, /proc from " + least + " to " + most);
                assertEquals(before.name(row(before, tid)), between.name(row(between, tid)));
            }
            assertTrue(tids(before).size() >= 6, "threads: " + tids(before));
            assertEquals(0, faults.total(), faults::newest);
        }
    }

    @Test
    void countersNeverFallAndOnCpuTimeFitsIntoWallTime() throws Exception {
        try (Child child = Child.start(BusyChild.class); ProcThreads proc = new ProcThreads(PROC, faults)) {
            assertEquals("ready", child.line());
            int[] pids = {child.pid()};
            ThreadTable one = new ThreadTable();
            ThreadTable next = new ThreadTable();
            long began = System.nanoTime();
            proc.read(pids, one);
            for (int i = 0; i < 50; i++) {
                proc.read(pids, next);
            }
            double wallMillis = (System.nanoTime() - began) / NANOS_PER_MILLI;
            for (int row = 0; row < one.rows(); row++) {
                assertTrue(next.sameThread(row, one), "row " + row);
                assertTrue(next.knows(row, ON_CPU | RUN_DELAY | STATE | CORE), faults.newest());
                double onCpuMillis = (next.onCpuNanos(row) - one.onCpuNanos(row)) / NANOS_PER_MILLI;
                assertTrue(onCpuMillis >= 0 && onCpuMillis <= wallMillis + SLACK_MILLIS, onCpuMillis + " of " + wallMillis + " ms");
                assertTrue(next.runDelayNanos(row) >= one.runDelayNanos(row), "run delay of row " + row);
                assertTrue(next.slices(row) >= one.slices(row), "slices of row " + row);
            }
            assertEquals(0, faults.total(), faults::newest);
        }
    }

    @Test
    void aKilledProcessHasNoRowsAndIsNoFault() throws Exception {
        try (Child child = Child.start(BusyChild.class);
                ProcThreads proc = new ProcThreads(PROC, faults);
                OshiThreads oshi = OshiThreads.linux(faults)) {
            assertEquals("ready", child.line());
            int[] pids = {child.pid()};
            ThreadTable table = new ThreadTable();
            proc.read(pids, table);
            oshi.read(pids, table);
            child.kill();
            proc.read(pids, table);
            assertEquals(Set.of(), tids(table));
            oshi.read(pids, table);
            assertEquals(Set.of(), tids(table));
            assertEquals(0, faults.total(), faults::newest);
        }
    }

    @Test
    void aSnapshotHoldsCoresTopologyThreadsAndOurOwnCost() {
        try (MachineSource source = new MachineSource(new SystemClock(), new Self(), new Nothing(), ThreadChoice.BEST)) {
            assertTrue(source.host().cores().isEmpty());
            Snapshot one = new Snapshot();
            Snapshot next = new Snapshot();
            source.read(one);
            source.read(next);
            assertEquals("", next.own().lastFault());
            assertTrue(next.cores().size() > 0);
            assertTrue(source.host().cores().size() >= next.cores().size());
            for (int row = 0; row < one.cores().size(); row++) {
                assertEquals(one.cores().id(row), next.cores().id(row));
                assertTrue(next.cores().busyMillis(row) >= one.cores().busyMillis(row), "core " + one.cores().id(row));
            }
            assertTrue(tids(next.threads()).contains((int) ProcessHandle.current().pid()));
            assertTrue(next.own().cpuNanos() > 0);
            assertEquals(1, next.sequence());
        }
    }

    private static final class SystemClock implements Clock {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public long epochMillis() {
            return System.currentTimeMillis();
        }
    }

    /** One lane: the JVM that runs this test. */
    private static final class Self implements LanePort {
        private final List<LaneReading> lanes = List.of(new LaneReading(1, "self", "attached", 1, Phase.MEASURED, 0, 0,
                List.of(ProcessReading.running((int) ProcessHandle.current().pid())), ""));

        @Override
        public String profile() {
            return "";
        }

        @Override
        public List<LaneReading> lanes() {
            return lanes;
        }

        @Override
        public void readWorkers(WorkerTable table) {
            table.clear();
        }
    }

    private static final class Nothing implements OwnPort {
        @Override
        public long terminalBytes() {
            return 0;
        }

        @Override
        public long lateSamples() {
            return 0;
        }

        @Override
        public long droppedSnapshots() {
            return 0;
        }
    }
}
