package coreloom.sampler.linux;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import coreloom.snapshot.CoreKind;
import coreloom.snapshot.LogicalCore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Topology as real machines and made-up ones tell it. */
class SysCoresTest {
    @TempDir
    private Path root;
    private FakeProc devices;

    @BeforeEach
    void tree() {
        devices = new FakeProc(root);
    }

    private List<LogicalCore> machine(String name) throws IOException {
        return RealMachine.cores(name, root);
    }

    private void core(int id, String siblings) {
        devices.write("system/cpu/cpu" + id + "/topology/core_cpus_list", siblings + "\n");
        devices.write("system/cpu/cpu" + id + "/topology/physical_package_id", "0\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"epyc-7451", "xeon-x7550", "milkv-pioneer", "cortex-x3"})
    void realMachinesFallIntoThePartsThatLscpuTells(String name) throws IOException {
        List<LogicalCore> cores = machine(name);
        List<String[]> expected = RealMachine.lines(name + "-expected.txt").stream().map(line -> line.split(",", -1)).toList();
        assertEquals(expected.stream().map(line -> line[0]).toList(), cores.stream().map(core -> Integer.toString(core.id())).toList());
        assertSameParts(expected, 1, cores, LogicalCore::physicalCore);
        assertSameParts(expected, 2, cores, LogicalCore::packageNumber);
        assertSameParts(expected, 3, cores, LogicalCore::numaNode);
        assertSameParts(expected, 4, cores, core -> core.lastLevelCache().orElse(-1));
    }

    /** Numbers may differ where the tool counts its own; which cores are together may not. */
    private static void assertSameParts(List<String[]> expected, int column, List<LogicalCore> cores, ToIntFunction<LogicalCore> part) {
        // A physical core is numbered within its package.
        var told = expected.stream().filter(line -> !line[column].isEmpty())
                .collect(Collectors.groupingBy(line -> column == 1 ? line[2] + "," + line[1] : line[column],
                        Collectors.mapping(line -> Integer.parseInt(line[0]), Collectors.toSet())));
        var read = cores.stream().collect(Collectors.groupingBy(part::applyAsInt, Collectors.mapping(LogicalCore::id, Collectors.toSet())));
        if (!told.isEmpty()) {
            assertEquals(told.values().stream().collect(Collectors.toSet()), read.values().stream().collect(Collectors.toSet()), "column " + column);
        }
    }

    @Test
    void theSlowCoresOfAPhoneAreThoseForEfficiency() throws IOException {
        assertEquals("EEEPPPPP", machine("cortex-x3").stream().map(core -> core.kind().mark()).collect(Collectors.joining()));
    }

    @Test
    void coresOfOneKindHaveNoMark() throws IOException {
        assertEquals(List.of(CoreKind.ORDINARY), machine("milkv-pioneer").stream().map(LogicalCore::kind).distinct().toList());
    }

    @Test
    void aMachineWithTwoListsOfCoresSaysWhichAreForEfficiency() {
        for (int id = 0; id < 4; id++) {
            core(id, Integer.toString(id));
        }
        devices.write("cpu_core/cpus", "0-1\n").write("cpu_atom/cpus", "2\n").write("cpu_lowpower/cpus", "3\n");
        assertEquals("PPEE", new SysCores(root).read().stream().map(core -> core.kind().mark()).collect(Collectors.joining()));
    }

    @Test
    void theCacheIsThatOfTheHighestLevelThatHoldsData() {
        core(0, "0-1");
        core(1, "0-1");
        for (int id = 0; id < 2; id++) {
            String cache = "system/cpu/cpu" + id + "/cache/index";
            devices.write(cache + "0/level", "1\n").write(cache + "0/type", "Data\n").write(cache + "0/shared_cpu_list", id + "\n");
            devices.write(cache + "1/level", "2\n").write(cache + "1/type", "Unified\n").write(cache + "1/shared_cpu_list", "0-1\n");
        }
        assertEquals(List.of(new LogicalCore(0, 0, 0, 0, OptionalInt.of(0), CoreKind.ORDINARY),
                new LogicalCore(1, 0, 0, 0, OptionalInt.of(0), CoreKind.ORDINARY)), new SysCores(root).read());
    }

    @Test
    void aCoreThatIsOfflineTellsNothingAndIsLeftOut() {
        core(0, "0");
        devices.write("system/cpu/cpu1/online", "0\n");
        assertEquals(1, new SysCores(root).read().size());
    }

    @Test
    void whereNothingIsToldThereAreNone() {
        assertEquals(List.of(), new SysCores(root).read());
        core(0, "rubbish");
        assertEquals(List.of(), new SysCores(root).read());
    }

    @Test
    void masksNameTheirCoresFromTheLowestBit() {
        assertArrayEquals(new int[] {0, 2, 33}, SysCores.masked("0000,00000002,00000005"));
        assertArrayEquals(new int[0], SysCores.masked("no mask"));
    }
}
