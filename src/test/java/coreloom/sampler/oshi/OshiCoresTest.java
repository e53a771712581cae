package coreloom.sampler.oshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.sampler.Fault;
import coreloom.sampler.Faults;
import coreloom.snapshot.CoreTable;
import coreloom.snapshot.LogicalCore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class OshiCoresTest {
    private final Faults faults = new Faults();
    private final CoreTable table = new CoreTable();
    private final Deque<int[]> online = new ArrayDeque<>();
    private int loads;

    /** A machine with two cores; its times are 100 + id ms for each core that is online when they are read. */
    private class TwoCores implements ProcessorReadings {
        @Override
        public List<LogicalCore> cores() {
            return List.of(new LogicalCore(0, 0, 0, 0), new LogicalCore(1, 0, 0, 0));
        }

        @Override
        public long[][] ticks() {
            long[][] ticks = new long[2][8];
            int[] ids = online.peek();
            for (int i = 0; i < ids.length; i++) {
                ticks[i][0] = 100 + ids[i];
            }
            return ticks;
        }
    }

    private final OshiCores cores = new OshiCores(this::load, this::online, faults);

    private ProcessorReadings load() {
        loads++;
        return new TwoCores();
    }

    /** The next list; the last one stays. */
    private int[] online() {
        return online.size() > 1 ? online.pop() : online.peek();
    }

    private void becomes(int... ids) {
        online.clear();
        online.add(ids);
    }

    private void expect(int... ids) {
        assertEquals(ids.length, table.size());
        for (int row = 0; row < ids.length; row++) {
            assertEquals(ids[row], table.id(row));
            assertEquals(100 + ids[row], table.busyMillis(row));
        }
    }

    @Test
    void nothingIsLoadedBeforeTheFirstReading() {
        assertEquals(0, loads);
        assertTrue(cores.topology().isEmpty());
    }

    @Test
    void oshiIsAskedAnewOnlyWhenCoresComeOrGo() {
        becomes(0, 1);
        cores.read(table);
        List<LogicalCore> topology = cores.topology();
        cores.read(table);
        expect(0, 1);
        assertEquals(1, loads);
        assertSame(topology, cores.topology());
        becomes(1);
        cores.read(table);
        expect(1);
        assertEquals(2, loads);
        becomes(0, 1);
        cores.read(table);
        expect(0, 1);
        assertEquals(3, loads);
        assertEquals(0, faults.total());
    }

    @Test
    void aCoreThatGoesDuringTheReadingIsReadOnceMore() {
        online.add(new int[] {0, 1});
        online.add(new int[] {1});
        cores.read(table);
        expect(1);
        assertEquals(0, faults.total());
    }

    @Test
    void coresThatKeepChangingAreLeftOut() {
        online.addAll(List.of(new int[] {0, 1}, new int[] {1}, new int[] {0, 1}, new int[] {1}));
        cores.read(table);
        assertEquals(0, table.size());
        assertEquals(1, faults.count(Fault.CORES_CHANGED));
        cores.read(table);
        expect(1);
    }

    @Test
    void whereOnlineCoresAreUnknownAllTellTheirTimes() {
        OshiCores elsewhere = new OshiCores(() -> new TwoCores() {
            @Override
            public long[][] ticks() {
                return new long[][] {{100, 0, 0, 0, 0, 0, 0, 0}, {101, 0, 0, 0, 0, 0, 0, 0}};
            }
        }, () -> new int[0], faults);
        elsewhere.read(table);
        expect(0, 1);
    }

    @Test
    void timesThatDoNotMatchTheCoresAreLeftOut() {
        OshiCores shifted = new OshiCores(TwoCores::new, () -> new int[] {0, 1}, faults);
        becomes(1);
        shifted.read(table);
        assertEquals(0, table.size());
        assertEquals(1, faults.count(Fault.CORES_UNMATCHED));
    }

    @Test
    void coresAreAbsentUntilOshiWorks() {
        becomes(0, 1);
        Deque<RuntimeException> troubles = new ArrayDeque<>(List.of(new IllegalStateException("not yet")));
        OshiCores late = new OshiCores(() -> {
            if (!troubles.isEmpty()) {
                throw troubles.pop();
            }
            return new TwoCores();
        }, this::online, faults);
        late.read(table);
        assertEquals(0, table.size());
        assertEquals(1, faults.count(Fault.CORES_UNREADABLE));
        assertTrue(faults.newest().contains("not yet"), faults.newest());
        late.read(table);
        expect(0, 1);
    }

    @Test
    void missingNativeCodeIsNoCrash() {
        becomes(0, 1);
        OshiCores broken = new OshiCores(() -> {
            throw new UnsatisfiedLinkError("no jnidispatch");
        }, this::online, faults);
        broken.read(table);
        assertEquals(0, table.size());
        assertEquals(1, faults.count(Fault.CORES_UNREADABLE));
    }
}
