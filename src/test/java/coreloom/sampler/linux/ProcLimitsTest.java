package coreloom.sampler.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.sampler.Faults;
import coreloom.snapshot.LimitReading;
import coreloom.snapshot.QuotaReading;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcLimitsTest {
    private static final int[] BOTH = {42, 43};

    @TempDir
    private Path root;

    private FakeProc tree;
    private ProcLimits limits;
    private long snapshot;

    @BeforeEach
    void aMachineOfFourCores() {
        tree = new FakeProc(root);
        tree.write("sys/devices/system/cpu/online", "0-3\n");
        process(42, "0-3", "0::/app\n");
        process(43, "0-3", "0::/app/deep\n");
        limits = new ProcLimits(root, ProcShared.of(root.resolve("proc"), new Faults()).files());
    }

    @AfterEach
    void close() {
        limits.close();
    }

    private void process(int pid, String allowed, String groups) {
        tree.write("proc/" + pid + "/status", "Name:\tx\nCpus_allowed:\tf\nCpus_allowed_list:\t" + allowed + "\nvoluntary:\t1\n");
        tree.write("proc/" + pid + "/cgroup", groups);
    }

    private List<LimitReading> read() {
        return List.copyOf(limits.read(BOTH, snapshot++));
    }

    private void turn() {
        for (int i = 0; i < ProcLimits.TURNS; i++) {
            read();
        }
    }

    private void stat(String folder, long periods, long throttled, long micros) {
        tree.write(folder + "/cpu.stat", "usage_usec 5\nnr_periods " + periods + "\nnr_throttled " + throttled + "\nthrottled_usec " + micros
                + "\nnr_bursts 0\n");
    }

    @Test
    void nothingIsToldOfAProcessThatMayUseEveryCore() {
        assertEquals(List.of(), read());
        process(42, "0-63", "0::/app\n");
        turn();
        assertEquals(List.of(), read(), "a mask that names cores that are not there withholds none");
    }

    @Test
    void affinityIsToldWhereItWithholdsACoreAndReadAgainAtItsTurn() {
        process(42, "1,3", "0::/app\n");
        assertEquals(List.of(new LimitReading(42, List.of(1, 3), Optional.empty())), read());
        process(42, "0-3", "0::/app\n");
        turn();
        assertEquals(List.of(), read());
    }

    @Test
    void theTightestQuotaOnTheWayToTheRootCounts() {
        tree.write("sys/fs/cgroup/app/cpu.max", "50000 100000\n");
        stat("sys/fs/cgroup/app", 10, 4, 1234);
        tree.write("sys/fs/cgroup/app/deep/cpu.max", "max 100000\n");
        QuotaReading quota = new QuotaReading("/sys/fs/cgroup/app/", 50_000, 100_000, 10, 4, 1234);
        assertEquals(List.of(new LimitReading(42, List.of(), Optional.of(quota)), new LimitReading(43, List.of(), Optional.of(quota))), read());
    }

    @Test
    void whatAQuotaHasCostIsReadForEverySnapshotThroughOneFile() {
        tree.write("sys/fs/cgroup/app/cpu.max", "50000 100000\n");
        stat("sys/fs/cgroup/app", 10, 4, 1234);
        List<LimitReading> first = read();
        assertSame(first.get(0), read().get(0), "the same object as long as nothing changed");
        stat("sys/fs/cgroup/app", 11, 5, 2345);
        assertEquals(2345, read().get(0).quota().get().throttledMicros());
    }

    @Test
    void versionOneTellsItInNanoseconds() {
        process(42, "0-3", "3:cpuset:/\n2:cpu,cpuacct:/app\n0::/\n");
        tree.write("sys/fs/cgroup/cpu/app/cpu.cfs_quota_us", "25000\n");
        tree.write("sys/fs/cgroup/cpu/app/cpu.cfs_period_us", "100000\n");
        tree.write("sys/fs/cgroup/cpu/app/cpu.stat", "nr_periods 7\nnr_throttled 6\nthrottled_time 5999999\n");
        QuotaReading quota = new QuotaReading("/sys/fs/cgroup/cpu/app/", 25_000, 100_000, 7, 6, 5999);
        assertEquals(List.of(new LimitReading(42, List.of(), Optional.of(quota))), read());
    }

    @Test
    void aQuotaWhoseCostCannotBeReadIsNotInvented() {
        tree.write("sys/fs/cgroup/app/cpu.max", "50000 100000\n");
        tree.write("sys/fs/cgroup/app/cpu.stat", "usage_usec 5\n");
        assertEquals(List.of(), read());
    }

    @Test
    void aProcessThatHasGoneIsForgotten() {
        process(42, "1", "0::/app\n");
        read();
        assertEquals(List.of(), limits.read(new int[] {43}, snapshot++));
    }

    @Test
    void aGroupThatWasMadeAnewUnderItsNameIsReadAgain() {
        tree.write("sys/fs/cgroup/app/cpu.max", "50000 100000\n");
        stat("sys/fs/cgroup/app", 10, 4, 1234);
        read();
        tree.write("sys/fs/cgroup/app/cpu.stat", "");
        assertEquals(List.of(), read(), "the group has gone");
        tree.remove("sys/fs/cgroup/app/cpu.stat");
        stat("sys/fs/cgroup/app", 1, 1, 77);
        assertEquals(77, read().get(0).quota().get().throttledMicros());
    }

    @Test
    void theFileOfAGroupThatNobodyWatchedIsInIsClosed() {
        OpenFiles one = new OpenFiles(1);
        tree.write("sys/fs/cgroup/app/cpu.max", "50000 100000\n");
        stat("sys/fs/cgroup/app", 10, 4, 1234);
        try (ProcLimits few = new ProcLimits(root, one)) {
            few.read(BOTH, 1);
            assertFalse(one.take());
            few.read(new int[] {43}, 2);
            assertFalse(one.take(), "the other process is still in it");
            few.read(new int[0], 3);
            assertTrue(one.take());
        }
    }
}
