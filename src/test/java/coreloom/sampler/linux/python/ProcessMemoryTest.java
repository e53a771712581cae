package coreloom.sampler.linux.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import coreloom.sampler.linux.OpenFiles;
import coreloom.sampler.linux.Outcome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProcessMemoryTest {
    private static final int READS = 20_000;

    @TempDir
    private Path root;

    private Path memory() {
        return root.resolve("40/mem");
    }

    @Test
    void theBudgetOfOpenFilesIsTakenAndGivenBack() {
        new FakePython(root);
        OpenFiles files = new OpenFiles(1);
        try (ProcessMemory memory = new ProcessMemory(memory(), files)) {
            assertEquals(Outcome.READ, memory.open());
            assertFalse(files.take());
            assertTrue(memory.read(FakePython.RUNTIME.from(), ByteBuffer.allocate(8)));
        }
        assertTrue(files.take());
    }

    @Test
    void beyondTheBudgetItIsOpenedForEachReading() {
        new FakePython(root);
        try (ProcessMemory memory = new ProcessMemory(memory(), new OpenFiles(0))) {
            assertEquals(Outcome.READ, memory.open());
            assertTrue(memory.read(FakePython.RUNTIME.from(), ByteBuffer.allocate(8)));
            assertFalse(memory.read(FakePython.VARIABLES.to(), ByteBuffer.allocate(8)), "nothing lies there");
            assertFalse(memory.read(-8, ByteBuffer.allocate(8)));
        }
    }

    @Test
    void thatOfNobodyIsGone() {
        try (ProcessMemory memory = new ProcessMemory(memory(), new OpenFiles(1))) {
            assertEquals(Outcome.GONE, memory.open());
            assertFalse(memory.read(4096, ByteBuffer.allocate(8)));
        }
    }

    @Test
    @Tag("machine")
    @EnabledOnOs(value = OS.LINUX, disabledReason = "/proc is there on Linux only")
    void thatOfAProcessThatEndedCannotBeRead() throws IOException {
        Process child = new ProcessBuilder("cat").start();
        Path maps = Path.of("/proc/" + child.pid() + "/maps");
        try (ProcessMemory memory = new ProcessMemory(maps.resolveSibling("mem"), new OpenFiles(1))) {
            assumeTrue(memory.open() == Outcome.READ, "the memory of other processes may not be read here");
            long address = Mapping.parse(Files.readString(maps)).get(0).range().from();
            assertTrue(memory.read(address, ByteBuffer.allocate(8)));
            assertFalse(memory.read(8, ByteBuffer.allocate(8)), "nothing is mapped there");
            child.destroyForcibly().onExit().join();
            assertFalse(memory.read(address, ByteBuffer.allocate(8)));
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void readingTheLockAllocatesNothing() throws IOException {
        new FakePython(root).thread(41).word(FakePython.THREAD_STATE + 144, 41).lock(FakeGil.plain().holder(FakePython.THREAD_STATE));
        try (ProcessMemory memory = new ProcessMemory(memory(), new OpenFiles(1))) {
            memory.open();
            GilCell cell = new GilCell(memory, new GilPlace(FakePython.RUNTIME.from() + FakePython.LOCK, GilLayout.PLAIN, 144));
            TaskIds tasks = new TaskIds(root.resolve("40"));
            allocated(cell, tasks);
            long bytes = allocated(cell, tasks);
            assertTrue(bytes < READS, READS + " readings allocated " + bytes + " bytes");
        }
    }

    private static long allocated(GilCell cell, TaskIds tasks) throws IOException {
        ThreadMXBean meter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        long before = meter.getThreadAllocatedBytes(self);
        int held = 0;
        for (int i = 0; i < READS; i++) {
            held += cell.read() && tasks.seen(cell.readHolderTid()) == 41 ? 1 : 0;
        }
        assertEquals(READS, held);
        return meter.getThreadAllocatedBytes(self) - before;
    }
}
