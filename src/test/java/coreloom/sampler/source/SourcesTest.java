package coreloom.sampler.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.sampler.source.SourceReport.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {
    private static final String ROOT = "000001ffffffffff";
    private static final String USER = "0000000000000000";

    @TempDir
    private Path root;

    @BeforeEach
    void ordinaryMachine() throws IOException {
        file("sys/devices/system/cpu/online", "0-3\n");
        file("proc/stat", "cpu  1 2 3 4\n");
        status(USER, "0-3");
        file("proc/self/cgroup", "0::/user.slice/app\n");
        file("proc/self/mounts", "proc /proc proc rw,relatime 0 0\n");
        file("proc/self/limits", "Max open files            65536                65536                files     \n");
        file("proc/self/maps", "7f00-7f01 r--p 0 0 0\n");
        file("proc/thread-self/schedstat", "120 7 3\n");
        file("proc/thread-self/syscall", "0 0x3 0x0 0x0\n");
        file("proc/sys/kernel/yama/ptrace_scope", "0\n");
    }

    private void file(String name, String text) throws IOException {
        Path path = root.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void status(String capabilities, String allowed) throws IOException {
        file("proc/self/status", "Name:\tx\nCapEff:\t" + capabilities + "\nCpus_allowed_list:\t" + allowed + "\n");
    }

    private SourceReport report(String name) {
        Predicate<SourceReport> named = report -> report.name().equals(name);
        return Sources.linux(root, OptionalInt.empty()).stream().filter(named).findFirst().orElseThrow();
    }

    @Test
    void rootIsOfferedEverything() throws IOException {
        status(ROOT, "0-3");
        for (SourceReport report : Sources.linux(root, OptionalInt.empty())) {
            assertEquals(Standing.OFFERED, report.standing(), report.toString());
        }
    }

    @Test
    void nothingIsThereInAnEmptyTree() throws IOException {
        List<SourceReport> reports = Sources.linux(Files.createDirectory(root.resolve("empty")), OptionalInt.empty());
        assertEquals(6, reports.size());
        for (SourceReport report : reports) {
            boolean told = report.standing() == Standing.OFFERED || !report.lost().isEmpty() && !report.remedy().isEmpty();
            assertTrue(told, report.toString());
        }
        assertEquals(Standing.ABSENT, reports.get(0).standing());
    }

    @ParameterizedTest
    @CsvSource({"0, PARTLY, of your own processes", "1, PARTLY, of processes that we started (ptrace_scope is 1)",
        "2, DENIED, 'of no process (ptrace_scope is 2, and we are not root)'", "3, DENIED, of no process (ptrace_scope is 3)"})
    void ptraceScopeDecidesWhatAUserMayLookInto(String scope, Standing standing, String reach) throws IOException {
        file("proc/sys/kernel/yama/ptrace_scope", scope + "\n");
        SourceReport calls = report("why threads wait");
        assertEquals(standing, calls.standing());
        assertEquals("/proc/PID/task/TID/syscall, " + reach, calls.seen());
    }

    @Test
    void notEvenRootPassesScopeThree() throws IOException {
        status(ROOT, "0-3");
        file("proc/sys/kernel/yama/ptrace_scope", "3\n");
        assertEquals(Standing.DENIED, report("CPython's lock, exactly").standing());
    }

    @Test
    void aMachineWithoutYamaHasNoScope() throws IOException {
        Files.delete(root.resolve("proc/sys/kernel/yama/ptrace_scope"));
        assertEquals("/proc/PID/task/TID/syscall, of your own processes", report("why threads wait").seen());
    }

    @Test
    void schedstatOfZerosTellsNothing() throws IOException {
        file("proc/thread-self/schedstat", "0 0 0\n");
        SourceReport times = report("on-CPU time, run delay");
        assertEquals(Standing.PARTLY, times.standing());
        assertEquals("sudo sysctl kernel.task_delayacct=1, or boot with delayacct", times.remedy());
    }

    @ParameterizedTest
    @CsvSource({"hidepid=2, DENIED", "hidepid=invisible, DENIED", "hidepid=0, OFFERED", "hidepid=off, OFFERED", "'gid=4', OFFERED"})
    void hidepidHidesOthers(String option, Standing standing) throws IOException {
        file("proc/self/mounts", "tmpfs /tmp tmpfs rw 0 0\nproc /proc proc rw," + option + " 0 0\n");
        assertEquals(standing, report("processes of other users").standing());
    }

    @Test
    void affinityAndTheTightestQuotaAreTold() throws IOException {
        status(USER, "0-1");
        file("sys/fs/cgroup/user.slice/app/cpu.max", "max 100000\n");
        file("sys/fs/cgroup/user.slice/cpu.max", "150000 100000\n");
        file("sys/fs/cgroup/cpu.max", "300000 100000\n");
        assertEquals("online 0-3; affinity allows 0-1; a cgroup's quota allows 1.50", report("cores").seen());
    }

    @Test
    void quotasOfVersionOneAreTold() throws IOException {
        file("proc/self/cgroup", "4:memory:/m\n3:cpu,cpuacct:/box\n2:cpuset:/s\n");
        file("sys/fs/cgroup/cpu/box/cpu.cfs_quota_us", "-1\n");
        file("sys/fs/cgroup/cpu/box/cpu.cfs_period_us", "100000\n");
        file("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "50000\n");
        file("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
        assertEquals("online 0-3; a cgroup's quota allows 0.50", report("cores").seen());
    }

    @Test
    void aLowLimitOnOpenFilesIsTold() throws IOException {
        file("proc/self/limits", "Max open files            1024                 524288               files     \n");
        SourceReport files = report("open files");
        assertEquals(Standing.PARTLY, files.standing());
        assertEquals("sampling more than about 256 threads at little cost", files.lost());
    }

    @Test
    void aNamedProcessIsLookedAtItself() throws IOException {
        file("proc/77/task/77/syscall", "running\n");
        file("proc/77/task/77/schedstat", "1 1 1\n");
        file("proc/77/maps", "7f00-7f01 r--p 0 0 0\n");
        List<SourceReport> reports = Sources.linux(root, OptionalInt.of(77));
        assertEquals("/proc/PID/task/TID/syscall, of this process", reports.get(3).seen());
        assertEquals(Standing.OFFERED, reports.get(4).standing());
        Files.delete(root.resolve("proc/77/maps"));
        assertEquals("/proc/PID/mem is not there for process 77", Sources.linux(root, OptionalInt.of(77)).get(4).seen());
    }

    @Test
    void whatIsLostGoesWithWhatIsNotOffered() {
        assertThrows(IllegalArgumentException.class, () -> new SourceReport("x", Standing.OFFERED, "here", "something", ""));
        assertThrows(IllegalArgumentException.class, () -> new SourceReport("x", Standing.ABSENT, "nowhere", "", ""));
    }

    @Test
    void thisMachineTellsOfItself() {
        List<SourceReport> reports = Sources.ofThisMachine(OptionalInt.empty());
        assertEquals("cores", reports.get(0).name());
        assertTrue(Sources.exists((int) ProcessHandle.current().pid()));
    }

    @Test
    void whatIsThereAndCannotBeReadIsDeniedInWhateverLanguageTheSystemSaysSo() throws IOException {
        file("proc/77/maps", "7f00-7f01 r--p 0 0 0\n");
        file("proc/77/task/77/schedstat", "1 1 1\n");
        Files.createDirectory(root.resolve("proc/77/task/77/syscall"));
        assertEquals(Standing.DENIED, Sources.linux(root, OptionalInt.of(77)).get(3).standing());
    }
}
