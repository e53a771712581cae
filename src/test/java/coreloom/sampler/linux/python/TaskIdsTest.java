package coreloom.sampler.linux.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coreloom.sampler.linux.FakeProc;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskIdsTest {
    @TempDir
    private Path root;
    private FakeProc proc;

    @BeforeEach
    void make() {
        proc = new FakeProc(root);
    }

    private TaskIds ids(String namespaces) {
        proc.write("40/status", "Name:\tpython3\nNSpid:\t" + namespaces + "\nNSpgid:\t7\t8\n");
        return new TaskIds(root.resolve("40"));
    }

    @Test
    void anIdIsTheSameForUsWhenTheProcessHasSuchAThread() {
        proc.write("40/task/41/stat", "");
        TaskIds ids = ids("40");
        assertEquals(41, ids.seen(41));
        assertEquals(0, ids.seen(42), "no thread of it");
        proc.write("40/task/42/stat", "");
        assertEquals(42, ids.seen(42), "it has come since");
    }

    @Test
    void whatIsNoIdIsNobodys() {
        TaskIds ids = ids("40");
        for (long told : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32}) {
            assertEquals(0, ids.seen(told));
        }
    }

    @Test
    void anIdFromWithinAContainerIsTurnedIntoOurs() {
        proc.write("40/task/40/status", "NSpid:\t40\t1\n").write("40/task/57/status", "NSpid:\t57\t3\t9\n");
        TaskIds ids = ids("40\t1");
        assertEquals(57, ids.seen(9));
        assertEquals(40, ids.seen(1));
        assertEquals(0, ids.seen(57), "ours is not theirs");
    }

    @Test
    void aThreadThatCameSinceIsFoundAtLastButTheListIsNotReadEachTime() {
        proc.write("40/task/40/status", "NSpid:\t40\t1\n");
        TaskIds ids = ids("40\t1");
        assertEquals(40, ids.seen(1));
        proc.write("40/task/57/status", "NSpid:\t57\t9\n");
        int tries = 1;
        while (ids.seen(9) == 0 && tries < 100) {
            tries++;
        }
        assertEquals(16, tries);
    }

    @Test
    void aProcessThatHasGoneHasNone() {
        TaskIds ids = new TaskIds(root.resolve("99"));
        assertEquals(0, ids.seen(99));
    }

    @ParameterizedTest
    @CsvSource({"'NSpid:\t40', 40, 40", "'NSpid:\t40\t1', 40, 1", "'NSpid:\t40\t5\t1', 40, 1", "'', 0, 0", "'NSpid:', 0, 0",
            "'NSpid:\tx', 0, 0",
            "'Name:\tNSpid:\t7', 0, 0", "'NSpid:\t9999999999', 0, 0"})
    void theIdsAreThoseOfTheLine(String line, int outermost, int innermost) {
        assertEquals(new NamespaceIds(outermost, innermost), NamespaceIds.parse("Umask:\t0022\n" + line + "\nThreads:\t1\n"));
    }
}
