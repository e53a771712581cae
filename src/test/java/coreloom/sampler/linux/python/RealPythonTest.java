package coreloom.sampler.linux.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coreloom.sampler.Faults;
import coreloom.sampler.linux.OpenFiles;
import coreloom.snapshot.InterpreterLock;
import coreloom.snapshot.InterpreterLockReading;
import coreloom.snapshot.LockSight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is seen of each CPython of this machine. {@code -Dcoreloom.pythons=/a/python3.8:/b/python3.13} names more than those on the
 * {@code PATH}.
 */
@Tag("machine")
@Timeout(120)
@EnabledOnOs(value = OS.LINUX, disabledReason = "/proc is there on Linux only")
class RealPythonTest {
    private static final Path PROC = Path.of("/proc");
    private static final String NONE = "none";
    private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Faults faults = new Faults();

    static Set<String> pythons() {
        Set<String> found = RealPython.executables();
        return found.isEmpty() ? new TreeSet<>(Set.of(NONE)) : found;
    }

    private static RealPython start(String executable) throws IOException {
        assumeTrue(!executable.equals(NONE), "no CPython 3.8 or later on the PATH or in -D" + RealPython.PROPERTY);
        return RealPython.start(executable);
    }

    /** Asks until the answer is as wanted. */
    private static <T> T until(Supplier<T> answer, Predicate<T> wanted) {
        long begin = System.nanoTime();
        T last = answer.get();
        while (!wanted.test(last)) {
            assertTrue(System.nanoTime() - begin < DEADLINE_NANOS, "after 30 s still " + last);
            Thread.onSpinWait();
            last = answer.get();
        }
        return last;
    }

    private static void needsMemory(InterpreterLockReading reading) {
        assumeTrue(reading.sight() == LockSight.EXACT || !reading.reason().contains("may not be read"), reading::reason);
    }

    @ParameterizedTest
    @MethodSource("pythons")
    void itsLockIsSeenExactly(String executable) throws IOException {
        try (RealPython python = start(executable); PythonProcesses processes = PythonProcesses.of(PROC, faults)) {
            InterpreterLockReading first = processes.read(python.pid()).orElseThrow();
            needsMemory(first);
            assertEquals("", first.reason());
            assertEquals(python.version(), first.interpreter().version());
            InterpreterLock before = first.lock().orElseThrow();
            assumeTrue(before.enabled(), "this one runs without its lock");
            assertEquals(5000, before.switchIntervalMicros());
            Supplier<InterpreterLock> lock = () -> processes.read(python.pid()).orElseThrow().lock().orElseThrow();
            until(lock, now -> now.handoffs() >= before.handoffs() + 10);
            python.switchInterval("0.0005");
            assertEquals(500, lock.get().switchIntervalMicros());
            python.switchInterval("0.05");
            assertEquals(50_000, lock.get().switchIntervalMicros());
            assertEquals(0, faults.total(), faults::newest);
        }
    }

    @ParameterizedTest
    @MethodSource("pythons")
    void itsHolderIsOneOfItsThreads(String executable) throws IOException {
        try (RealPython python = start(executable); PythonProcesses processes = PythonProcesses.of(PROC, faults)) {
            InterpreterLockReading first = processes.read(python.pid()).orElseThrow();
            needsMemory(first);
            assumeTrue(Integer.parseInt(python.version().split("\\.")[1]) >= 11,
                    "thread states of 3.8 to 3.10 do not tell the kernel's thread id");
            Set<Integer> seen = new HashSet<>();
            Set<Integer> computing = Set.of(python.tid("spin1"), python.tid("spin2"));
            until(() -> processes.read(python.pid()).orElseThrow().lock().orElseThrow(), lock -> {
                lock.holderTid().ifPresent(seen::add);
                return seen.containsAll(computing);
            });
            assertTrue(python.tids().containsAll(seen), () -> seen + " of " + python.tids());
        }
    }

    @ParameterizedTest
    @MethodSource("pythons")
    void itsWaitsAreToldApart(String executable) throws IOException {
        try (RealPython python = start(executable); PythonProcesses processes = PythonProcesses.of(PROC, faults)) {
            assumeTrue(Files.isReadable(PROC.resolve(python.pid() + "/syscall")),
                    "the system calls of other processes may not be read here");
            PythonProcess process = processes.look(python.pid()).orElseThrow();
            assumeTrue(process.rule().isPresent(), "no rule for this version and C library");
            RuntimeFile file = RuntimeFile.in(Mapping.read(PROC.resolve(python.pid() + "/maps"))).orElseThrow();
            GilWaitRule exact = process.rule().get();
            GilWaitRule wide = new GilWaitRule(exact.version(), false, file.writable());
            assumeTrue(FutexCall.NUMBER.isPresent(), "the numbers of system calls are not known on this machine");
            for (GilWaitRule rule : List.of(exact, wide)) {
                assertEquals(PythonWait.LOCK, waitOf(python, "lock", rule));
                assertEquals(PythonWait.LOCK, waitOf(python, "timed", rule));
                assertEquals(PythonWait.LOCK, waitOf(python, "event", rule));
                assertEquals(PythonWait.SHARED_LOCK, waitOf(python, "shared", rule));
                until(() -> wait(python, "spin1", rule), wait -> wait.equals(Optional.of(PythonWait.INTERPRETER_LOCK)));
                until(() -> wait(python, "spin2", rule), wait -> wait.equals(Optional.of(PythonWait.INTERPRETER_LOCK)));
                assertEquals(Optional.empty(), wait(python, "sleep", rule), "sleeping is no futex call");
            }
        }
    }

    private static PythonWait waitOf(RealPython python, String thread, GilWaitRule rule) {
        Set<PythonWait> passing = Set.of(PythonWait.INTERPRETER_LOCK, PythonWait.FORCED_SWITCH);
        return until(() -> wait(python, thread, rule), wait -> wait.isPresent() && !passing.contains(wait.get())).orElseThrow();
    }

    private static Optional<PythonWait> wait(RealPython python, String thread, GilWaitRule rule) {
        return FutexCall.of(PROC.resolve(python.pid() + "/task/" + python.tid(thread) + "/syscall"))
                .map(call -> rule.matches(call.operation(), call.timed(), call.address()));
    }

    @ParameterizedTest
    @MethodSource("pythons")
    void everyWayOfFindingItLeadsToTheSamePlace(String executable) throws Exception {
        try (RealPython python = start(executable); ProcessMemory memory = new ProcessMemory(PROC.resolve(python.pid() + "/mem"),
                new OpenFiles(1))) {
            Path process = PROC.resolve(Integer.toString(python.pid()));
            assumeTrue(Files.isReadable(process.resolve("mem")), "the memory of other processes may not be read here");
            RuntimeFile file = RuntimeFile.in(Mapping.read(process.resolve("maps"))).orElseThrow();
            RuntimeBinary binary = new RuntimeBinaries().of(process, file);
            long from = binary.runtime().orElseThrow().address() + file.moved(binary.segments()).orElseThrow();
            AddressRange runtime = new AddressRange(from, from + binary.runtime().get().size());
            GilSearch search = new GilSearch(memory, runtime, binary.version());
            List<GilPlace> places = search.places();
            assertEquals(1, places.size());
            Optional<DebugOffsets> told = DebugOffsets.read(memory, runtime);
            assertEquals(binary.version().atLeast(13), told.isPresent(), "versions from 3.13 on tell where their fields are");
            GilLayout layout = told.map(DebugOffsets::layout).orElse(GilLayout.PLAIN);
            assertEquals(places, search.scan(layout, places.get(0).tidOffset()), "nothing else in the runtime looks like a lock");
        }
    }

    @ParameterizedTest
    @MethodSource("pythons")
    void anotherProgramInItsPlaceIsNoticed(String executable) throws Exception {
        assumeTrue(!executable.equals(NONE), "no CPython 3.8 or later on the PATH or in -D" + RealPython.PROPERTY);
        String program = "import os, sys; print('up', flush=True); sys.stdin.readline(); os.execvp('cat', ['cat'])";
        Process process = new ProcessBuilder(executable, "-c", program).start();
        try (PythonProcesses processes = PythonProcesses.of(PROC, faults)) {
            int pid = (int) process.pid();
            assertEquals("up", process.inputReader().readLine());
            assertTrue(processes.look(pid).isPresent());
            process.getOutputStream().write("now\n".getBytes());
            process.getOutputStream().flush();
            until(() -> processes.look(pid), Optional::isEmpty);
            process.destroyForcibly().onExit().join();
            assertFalse(processes.look(pid).isPresent());
            assertEquals(0, faults.total(), faults::newest);
        } finally {
            process.destroyForcibly();
        }
    }
}
