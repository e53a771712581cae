package coreloom.sampler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.sampler.unsupported.IgnoredThreads;
import coreloom.sampler.unsupported.NoThreads;
import coreloom.snapshot.Clock;
import coreloom.snapshot.CoreTable;
import coreloom.snapshot.Host;
import coreloom.snapshot.LanePort;
import coreloom.snapshot.LaneReading;
import coreloom.snapshot.LogicalCore;
import coreloom.snapshot.OwnPort;
import coreloom.snapshot.OwnReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WorkerTable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MachineSourceTest {
    private static final LogicalCore CORE = new LogicalCore(0, 0, 0, 0);

    private final List<String> order = new ArrayList<>();
    private final Faults faults = new Faults();
    private final Snapshot snapshot = new Snapshot();
    private boolean broken;
    private List<LaneReading> lanes = List.of();
    private int[] asked = new int[0];
    private long now = 1_000;

    private final class Machine implements Clock, LanePort, OwnPort, CoreReader, ThreadReader {
        private List<LogicalCore> topology = List.of();

        @Override
        public long nanos() {
            order.add("stamp");
            return now;
        }

        @Override
        public long epochMillis() {
            return 77;
        }

        @Override
        public String profile() {
            return "cpu";
        }

        @Override
        public List<LaneReading> lanes() {
            return lanes;
        }

        @Override
        public void readWorkers(WorkerTable table) {
            table.add(1, 0, 40, 41);
            fail("workers");
        }

        @Override
        public long terminalBytes() {
            return 10;
        }

        @Override
        public long lateSamples() {
            return 20;
        }

        @Override
        public long droppedSnapshots() {
            return 30;
        }

        @Override
        public void read(CoreTable into) {
            into.clear();
            into.add(0, 1, 2, 3, 4);
            topology = List.of(CORE);
            fail("cores");
        }

        @Override
        public List<LogicalCore> topology() {
            return topology;
        }

        @Override
        public void read(int[] pids, ThreadTable into) {
            asked = pids;
            into.reset(1);
            into.put(0, 40, 41, 5, "t");
            fail("threads");
        }

        @Override
        public void close() {
            order.add("closed");
        }

        private void fail(String what) {
            order.add(what);
            if (broken) {
                throw new IllegalStateException("broken " + what);
            }
        }
    }

    private final Machine machine = new Machine();
    private final MachineSource source = source(machine);

    private MachineSource source(ThreadReader threads) {
        Host host = new Host("loom", "Linux 6", "Java 17", 2, List.of());
        return new MachineSource(machine, machine, machine, new Doors(host, machine, threads, () -> 99, () -> 0, faults), 0);
    }

    private static LaneReading lane(ProcessReading... processes) {
        return new LaneReading(1, "threads", "threads", 1, Phase.MEASURED, 0, 0, List.of(processes), "");
    }

    @Test
    void fillsEveryPartAndKeepsThreadsCloseToWorkers() {
        lanes = List.of(lane(ProcessReading.running(40)));
        assertTrue(source.read(snapshot));
        assertEquals(List.of("cores", "stamp", "workers", "threads"), order);
        assertEquals(0, snapshot.sequence());
        assertEquals(1_000, snapshot.monotonicNanos());
        assertEquals(77, snapshot.epochMillis());
        assertEquals("cpu", snapshot.profile());
        assertSame(lanes, snapshot.lanes());
        assertEquals(1, snapshot.cores().size());
        assertTrue(snapshot.threads().used(0));
        assertEquals(new OwnReading(99, 10, 20, 30, 0, ""), snapshot.own());
    }

    @Test
    void numbersSnapshotsAndDoesNotAddWorkersUp() {
        source.read(snapshot);
        source.read(snapshot);
        assertEquals(1, snapshot.sequence());
        assertEquals(1, snapshot.workers().size());
    }

    @Test
    void keepsTheWantedPeriod() {
        assertEquals(123, source.untilNextNanos(123));
    }

    @Test
    void watchesLiveProcessesOnceEachAndAsksWithTheSameArray() {
        ProcessReading dead = new ProcessReading(41, false, OptionalInt.of(0), "");
        lanes = List.of(lane(ProcessReading.running(40), dead), lane(ProcessReading.running(42), ProcessReading.running(40)));
        source.read(snapshot);
        int[] first = asked;
        assertArrayEquals(new int[] {40, 42}, first);
        source.read(snapshot);
        assertSame(first, asked);
        lanes = List.of(lane(dead));
        source.read(snapshot);
        assertArrayEquals(new int[0], asked);
    }

    @Test
    void learnsTheTopologyByTheFirstReading() {
        assertEquals(List.of(), source.host().cores());
        source.read(snapshot);
        assertEquals(new Host("loom", "Linux 6", "Java 17", 2, List.of(CORE)), source.host());
    }

    @Test
    void whatFailsIsLeftOutAndCounted() {
        broken = true;
        lanes = List.of(lane(ProcessReading.running(40)));
        assertTrue(source.read(snapshot));
        assertEquals(0, snapshot.cores().size());
        assertEquals(0, snapshot.workers().size());
        assertEquals(0, snapshot.threads().rows());
        assertEquals(3, snapshot.own().faults());
        assertTrue(snapshot.own().lastFault().contains("broken threads"), snapshot.own().lastFault());
    }

    @Test
    void endsWhenClosed() {
        source.close();
        assertTrue(order.contains("closed"));
        order.clear();
        assertFalse(source.read(snapshot));
        assertEquals(List.of(), order);
    }

    @Test
    void aPlatformWithoutThreadsSaysSo() {
        lanes = List.of(lane(ProcessReading.running(40)));
        snapshot.threads().reset(4);
        source(new NoThreads("there is no /proc", faults)).read(snapshot);
        assertEquals(0, snapshot.threads().rows());
        assertEquals(1, faults.count(Fault.NO_THREADS));
    }

    @Test
    void whoWantsNoThreadsLosesNone() {
        lanes = List.of(lane(ProcessReading.running(40)));
        source(new IgnoredThreads()).read(snapshot);
        assertEquals(0, snapshot.threads().rows());
        assertEquals(0, faults.total());
    }

    @Test
    void aLookThatFailsIsCountedAndTheNextOneHasItsTime() {
        ThreadReader failing = new ThreadReader() {
            @Override
            public void read(int[] pids, ThreadTable into) {
                into.reset(0);
            }

            @Override
            public WaitDemand demand() {
                return WaitDemand.MIXED;
            }

            @Override
            public void look() {
                throw new IllegalStateException("broken look");
            }

            @Override
            public void close() {}
        };
        Host host = new Host("loom", "Linux 6", "Java 17", 2, List.of());
        MachineSource looking = new MachineSource(machine, machine, machine, new Doors(host, machine, failing, () -> 99, () -> 0, faults), 1);
        looking.read(snapshot);
        now += 1_000_000_000;
        assertEquals(0, looking.untilLookNanos());
        looking.look();
        assertTrue(looking.untilLookNanos() > 0, "at once again");
        assertEquals(1, faults.count(Fault.THREADS_UNREADABLE));
    }
}
