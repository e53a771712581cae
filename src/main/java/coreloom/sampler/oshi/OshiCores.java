package coreloom.sampler.oshi;

import coreloom.sampler.CoreReader;
import coreloom.sampler.Fault;
import coreloom.sampler.Faults;
import coreloom.sampler.linux.OnlineCores;
import coreloom.sampler.linux.SysCores;
import coreloom.snapshot.CoreTable;
import coreloom.snapshot.LogicalCore;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Times and topology of the cores, by OSHI, which is loaded by the first reading. OSHI gives times by position and learns of the cores
 * only once, so the list of cores that are online is read before and after: it tells which core stands at which position, and when to ask
 * OSHI anew. Times are as read: a counter that the kernel resets while its core is offline starts again from there.
 */
public final class OshiCores implements CoreReader {
    private static final int[] UNKNOWN = new int[0];

    private final Supplier<ProcessorReadings> load;
    private final Supplier<int[]> online;
    private final Supplier<List<LogicalCore>> placed;
    private final Faults faults;
    private ProcessorReadings processor;
    private int[] known = UNKNOWN;
    private int[] positions = UNKNOWN;
    private List<LogicalCore> topology = List.of();

    OshiCores(Supplier<ProcessorReadings> load, Supplier<int[]> online, Faults faults) {
        this(load, online, List::of, faults);
    }

    /** @param placed where the cores sit, asked whenever some came or went; what it tells comes before what OSHI does, unless it is nothing */
    OshiCores(Supplier<ProcessorReadings> load, Supplier<int[]> online, Supplier<List<LogicalCore>> placed, Faults faults) {
        this.load = load;
        this.online = online;
        this.placed = placed;
        this.faults = faults;
    }

    /** The cores of a Linux machine, without native code. */
    public static OshiCores linux(OnlineCores online, SysCores placed, Faults faults) {
        return new OshiCores(() -> OshiProcessor.of(Oshi.nativeFree()), online::read, placed::read, faults);
    }

    /** The cores of any other machine that OSHI knows; those it tells of are taken to be online. */
    public static OshiCores elsewhere(Faults faults) {
        return new OshiCores(() -> OshiProcessor.of(Oshi.nativeAccess()), () -> UNKNOWN, faults);
    }

    @Override
    public void read(CoreTable into) {
        into.clear();
        try {
            if (!attempt(into) && !attempt(into)) {
                faults.count(Fault.CORES_CHANGED, "twice in a row");
            }
        } catch (RuntimeException | LinkageError e) {
            into.clear();
            faults.count(Fault.CORES_UNREADABLE, e);
        }
    }

    /** False when cores came or went meanwhile. */
    private boolean attempt(CoreTable into) {
        int[] before = online.get();
        if (processor == null || !Arrays.equals(before, known)) {
            meet(before);
        }
        long[][] ticks = processor.ticks();
        if (!Arrays.equals(before, online.get())) {
            return false;
        }
        if (!CorePositions.fill(positions, ticks, into)) {
            faults.count(Fault.CORES_UNMATCHED, positions.length + " cores are online, times are told of another number");
        }
        return true;
    }

    private void meet(int[] ids) {
        processor = load.get();
        known = ids;
        List<LogicalCore> told = placed.get();
        topology = Topology.of(told.isEmpty() ? processor.cores() : told, ids, topology);
        positions = ids.length > 0 ? ids : topology.stream().mapToInt(LogicalCore::id).toArray();
    }

    @Override
    public List<LogicalCore> topology() {
        return topology;
    }
}
