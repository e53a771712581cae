package coreloom.sampler.linux.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coreloom.sampler.Fault;
import coreloom.sampler.Faults;
import coreloom.sampler.linux.ProcThreads;
import coreloom.sampler.linux.elf.ElfBuilder;
import coreloom.snapshot.Interpreter;
import coreloom.snapshot.InterpreterLock;
import coreloom.snapshot.InterpreterLockReading;
import coreloom.snapshot.LockSight;
import coreloom.snapshot.ThreadTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonProcessesTest {
    private static final Interpreter V3_12_1 = new Interpreter("3.12.1", false);
    private static final Path OPEN = Path.of("/proc/self/fd");

    private final Faults faults = new Faults();
    @TempDir
    private Path root;
    private FakePython python;
    private PythonProcesses processes;

    @BeforeEach
    void make() {
        python = new FakePython(root);
        processes = PythonProcesses.of(root, faults);
    }

    @AfterEach
    void close() {
        processes.close();
    }

    private InterpreterLockReading read() {
        return processes.read(FakePython.PID).orElseThrow();
    }

    /** The lock's fields, read exactly. */
    private InterpreterLock lock() {
        InterpreterLockReading reading = read();
        return reading.lock().orElseThrow(() -> new AssertionError(reading.reason()));
    }

    private GilWaitRule rule() {
        return processes.look(FakePython.PID).orElseThrow().rule().orElseThrow();
    }

    private void inferred(String reason, List<AddressRange> lock) {
        InterpreterLockReading reading = read();
        assertEquals(LockSight.INFERRED, reading.sight());
        assertTrue(reading.reason().contains(reason), reading::reason);
        assertEquals(lock, rule().lock());
    }

    @Test
    void theLockIsSeenExactly() {
        python.thread(41).word(FakePython.THREAD_STATE + 144, 41).lock(FakeGil.plain().holder(FakePython.THREAD_STATE));
        assertEquals(InterpreterLockReading.exact(FakePython.PID, V3_12_1, new InterpreterLock(true, 5000, 42, true, OptionalInt.of(41))),
                read());
        assertEquals(1, rule().lock().size());
        assertEquals(FakePython.RUNTIME.from() + FakePython.LOCK, rule().lock().get(0).from());
        assertEquals(PythonWait.INTERPRETER_LOCK, rule().matches(0x89, true, FakePython.RUNTIME.from() + FakePython.LOCK + 72));
        python.lock(FakeGil.plain().interval(500).handoffs(99).locked(0));
        assertEquals(new InterpreterLock(true, 500, 99, false, OptionalInt.empty()), lock());
        assertEquals(0, faults.total(), faults::newest);
    }

    @Test
    void aHolderThatIsNoThreadOfTheProcessIsNotBelieved() {
        python.word(FakePython.THREAD_STATE + 144, 1).lock(FakeGil.plain().holder(FakePython.THREAD_STATE));
        assertEquals(new InterpreterLock(true, 5000, 42, true, OptionalInt.empty()), lock());
    }

    @ParameterizedTest
    @CsvSource({"1, (ptrace scope 1): run as root or `sysctl kernel.yama.ptrace_scope=0`.", "2, (ptrace scope 2): run as root.",
            "3, ptrace scope 3", "0, SYS_PTRACE", "'', SYS_PTRACE"})
    void memoryThatMayNotBeReadLeavesTheRuleAndTheWayOut(String scope, String reason) {
        python.proc().hide("40/mem").write("sys/kernel/yama/ptrace_scope", scope + "\n");
        inferred(reason, List.of(FakePython.RUNTIME));
        assertTrue(rule().exact());
        assertEquals(V3_12_1, read().interpreter(), "the file tells the version all the same");
    }

    @Test
    void aFileThatWasReplacedLeavesTheRuleOnItsVariables() {
        python.maps(" (deleted)");
        inferred("is no longer the file that the process runs", List.of(FakePython.VARIABLES));
        assertEquals(new Interpreter("3.12", false), read().interpreter());
    }

    @Test
    void aFileThatCannotBeReadLeavesTheRuleOnItsVariables() {
        python.proc().remove("40/root");
        inferred("libpython3.12.so.1.0 may not be read", List.of(FakePython.VARIABLES));
        python.file("/usr/lib/libpython3.12.so.1.0/directory", new byte[0]);
        inferred("libpython3.12.so.1.0 may not be read", List.of(FakePython.VARIABLES));
    }

    @Test
    void aDamagedFileLeavesTheRuleOnItsVariables() {
        python.file("/usr/lib/libpython3.12.so.1.0", new byte[10]);
        inferred("libpython3.12.so.1.0 ends before what it announces", List.of(FakePython.VARIABLES));
    }

    @Test
    void aFileWithoutSymbolsLeavesTheRuleOnItsVariables() {
        python.library(FakePython.bare());
        inferred("does not tell where it keeps _PyRuntime", List.of(FakePython.VARIABLES));
        assertEquals(V3_12_1, read().interpreter());
    }

    @Test
    void aStrippedFileTellsByItsSection() {
        python.library(FakePython.bare().section(".PyRuntime", 0x3100, 4096));
        assertEquals(42, lock().handoffs());
    }

    @ParameterizedTest
    @CsvSource({"0x3100, 0x7fffffff", "0x3100, -1", "0x3100, 0"})
    void aRuntimeOfNoBelievableSizeIsNone(String address, String size) {
        python.library(FakePython.bare().dynamic("_PyRuntime", Long.decode(address), Long.decode(size)));
        inferred("does not tell where it keeps _PyRuntime", List.of(FakePython.VARIABLES));
    }

    @ParameterizedTest
    @CsvSource({"0x1000, 0x100", "0x5f00, 0x200", "-0x1000, 0x100", "0x7ffffffffffffff0, 0x100"})
    void aRuntimeOutsideOfTheVariablesIsNone(String address, String size) {
        python.library(FakePython.bare().dynamic("_PyRuntime", Long.decode(address), Long.decode(size)));
        inferred("does not fit the memory of the process", List.of(FakePython.VARIABLES));
    }

    @Test
    void aFixedProgramIsNotMoved() {
        python.library(FakePython.library().fixed(0x10000000));
        assertEquals(LockSight.INFERRED, read().sight(), "its symbols have addresses of their own");
        python.starts(101, 8192).maps("").file("/usr/bin/python3.11", new ElfBuilder().fixed(0x10000000).variables(0x10003000, 0x3000)
                .dynamic("_PyRuntime", FakePython.RUNTIME.from(), FakePython.RUNTIME.size()).build()).mapsOf("/usr/bin/python3.11", "");
        assertEquals(42, lock().handoffs());
        assertEquals(new Interpreter("3.11", false), read().interpreter());
    }

    @Test
    void anOldVersionIsNamedAndItsLockUnseen() {
        python.mapsOf("/usr/lib/libpython3.7m.so.1.0", "").file("/usr/lib/libpython3.7m.so.1.0",
                new ElfBuilder().dynamic("_PyRuntime", 0x3100, FakePython.RUNTIME.size()).text(0x20, "\0003.7.16\0".getBytes()).build());
        InterpreterLockReading reading = read();
        assertEquals(LockSight.UNSEEN, reading.sight());
        assertTrue(reading.reason().contains("CPython 3.7.16 is older than 3.8"), reading::reason);
        assertEquals(Optional.empty(), processes.look(FakePython.PID).orElseThrow().rule());
    }

    @Test
    void withAnotherCLibraryOnlyTheExactSightIsLeft() {
        python.mapsOf("/usr/lib/libpython3.12.so.1.0", "10010000-10011000 r-xp 00000000 fd:01 8 /lib/ld-musl-x86_64.so.1\n")
                .lock(new FakeGil(GilLayout.PLAIN, FakeGil.Library.MUSL));
        assertEquals(42, lock().handoffs());
        assertEquals(Optional.empty(), processes.look(FakePython.PID).orElseThrow().rule());
        python.starts(101, 8192).proc().hide("40/mem");
        assertEquals(LockSight.UNSEEN, read().sight());
    }

    @Test
    void aFreeThreadedOneMayRunWithoutItsLock() {
        String path = "/usr/lib/libpython3.13t.so.1.0";
        python.mapsOf(path, "").file(path, new ElfBuilder().variables(0x3000, 0x3000).dynamic("_PyRuntime", 0x3100, 4096).build())
                .lock(new FakeGil(GilLayout.FREE_THREADED, FakeGil.Library.GLIBC).enabled(0).locked(0));
        assertEquals(new Interpreter("3.13", true), read().interpreter());
        assertEquals(new InterpreterLock(false, 5000, 42, false, OptionalInt.empty()), lock());
    }

    @Test
    void aLockThatIsMadeLaterIsFoundAtLast() {
        python.lock(FakeGil.plain().locked(-1));
        inferred("looks like a lock in use", List.of(FakePython.RUNTIME));
        python.lock(FakeGil.plain());
        assertEquals(42, lockWithin(4).handoffs());
    }

    private InterpreterLock lockWithin(int looks) {
        return Stream.generate(() -> read().lock()).limit(looks).flatMap(Optional::stream).findFirst().orElseThrow();
    }

    @Test
    void aLockThatIsDestroyedIsNoLongerBelieved() {
        assertEquals(42, lock().handoffs());
        python.lock(FakeGil.plain().locked(-1));
        inferred("could not be read", List.of(FakePython.RUNTIME));
        python.lock(FakeGil.plain().handoffs(1));
        assertEquals(1, lockWithin(2).handoffs());
    }

    @Test
    void aLockThatComesAndGoesIsSoughtLessAndLessOften() {
        int seen = 0;
        for (int look = 0; look < 64; look++) {
            python.lock(FakeGil.plain());
            PythonProcess process = processes.look(FakePython.PID).orElseThrow();
            python.lock(FakeGil.plain().locked(-1));
            seen += process.rule().orElseThrow().lock().equals(List.of(FakePython.RUNTIME)) ? 0 : 1;
            assertEquals(LockSight.INFERRED, process.read().sight());
        }
        assertEquals(7, seen);
    }

    @Test
    void severalPlacesAreToldApartByWhatTheyCount() {
        python.lock(1024, FakeGil.plain());
        inferred("More than one place", List.of(FakePython.RUNTIME));
        inferred("More than one place", List.of(FakePython.RUNTIME));
        python.lock(1024, FakeGil.plain().handoffs(43));
        assertEquals(43, lock().handoffs());
        assertEquals(FakePython.RUNTIME.from() + 1024, rule().lock().get(0).from());
    }

    @Test
    void anotherProgramInTheSameProcessIsAnotherProgram() {
        assertEquals(42, lock().handoffs());
        python.starts(100, 9000).mapsOf("/usr/bin/sleep", "");
        assertEquals(Optional.empty(), processes.read(FakePython.PID));
        python.starts(100, 9001).maps("").lock(FakeGil.plain().handoffs(7));
        assertEquals(7, lock().handoffs());
    }

    @Test
    void aProgramThatLoadsTheInterpreterLaterIsRecognisedAtLast() {
        python.mapsOf("/usr/bin/editor", "");
        assertEquals(Optional.empty(), processes.read(FakePython.PID));
        python.maps("");
        int looks = 1;
        while (processes.read(FakePython.PID).isEmpty() && looks < 100) {
            looks++;
        }
        assertEquals(1, looks, "the second look is already one of those that count");
    }

    @Test
    void aProcessThatEndedIsForgotten() {
        assertEquals(42, lock().handoffs());
        python.proc().remove("40/task/40/stat");
        assertEquals(Optional.empty(), processes.read(FakePython.PID));
        assertEquals(Optional.empty(), processes.read(4711));
        python.starts(200, 8192);
        assertEquals(42, lock().handoffs(), "another one has its id");
        assertEquals(0, faults.total(), faults::newest);
    }

    @Test
    void aProcessWhoseMappingsMayNotBeReadIsCountedAsSuch() {
        python.proc().remove("40/maps").hide("40/maps");
        assertEquals(Optional.empty(), processes.read(FakePython.PID));
        assertEquals(1, faults.count(Fault.DENIED));
        processes.read(FakePython.PID);
        processes.read(FakePython.PID);
        assertEquals(2, faults.count(Fault.DENIED), "tried again now and then only");
    }

    @Test
    void aZombieHasNoMappingsAndIsNoFault() {
        python.proc().write("40/maps", "");
        assertEquals(Optional.empty(), processes.read(FakePython.PID));
        assertEquals(0, faults.total(), faults::newest);
    }

    @Test
    void memoryThatVanishesBetweenLookAndReadIsSaid() {
        PythonProcess process = processes.look(FakePython.PID).orElseThrow();
        processes.close();
        python.proc().remove("40/mem");
        InterpreterLockReading reading = process.read();
        assertEquals(LockSight.INFERRED, reading.sight());
    }

    @Test
    void theMemoryOfAProcessThatIsNoLongerWatchedIsClosed() throws IOException {
        assumeTrue(Files.isDirectory(OPEN), "open files are seen in " + OPEN);
        ThreadTable table = new ThreadTable();
        int[] pids = {FakePython.PID};
        try (ProcThreads reader = new ProcThreads(root, faults)) {
            reader.watchWaits(pids);
            reader.read(pids, table);
            assertEquals(LockSight.EXACT, reader.interpreterLocks().get(0).sight());
            assertTrue(memoryIsOpen());
            reader.watchWaits(new int[0]);
            reader.read(new int[0], table);
            assertFalse(memoryIsOpen());
        }
    }

    private boolean memoryIsOpen() throws IOException {
        Path memory = root.toRealPath().resolve(FakePython.PID + "/mem");
        try (Stream<Path> open = Files.list(OPEN)) {
            return open.anyMatch(each -> leadsTo(each, memory));
        }
    }

    private static boolean leadsTo(Path link, Path file) {
        try {
            return Files.readSymbolicLink(link).equals(file);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
