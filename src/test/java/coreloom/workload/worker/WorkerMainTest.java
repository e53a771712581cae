package coreloom.workload.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable.Count;
import coreloom.telemetry.Stage;
import coreloom.workload.variant.VirtualThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real worker processes, from their start to their end. */
class WorkerMainTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"free,cpu", "free,io", "free,lock", "locked,cpu", "locked,io", "locked,lock", "gil,cpu", "gil,io", "gil,lock", "striped,cpu", "striped,lock",
        "subinterpreters,cpu", "subinterpreters,io", "subinterpreters,lock", "loop,cpu", "loop,io", "loop,lock",
        "free_threaded,cpu", "free_threaded,io", "free_threaded,lock"})
    void startsRunsAndStops(String discipline, String kernel) throws IOException, InterruptedException {
        try (RunningWorker worker = start(2, "--first 0 --discipline " + discipline + " --kernel profiles/kernels/" + kernel + ".pyasm")) {
            worker.awaitStage(Stage.READY);
            worker.order("r");
            worker.awaitStage(Stage.RUNNING);
            for (int slot = 0; slot < 2; slot++) {
                int each = slot;
                long before = worker.count(each, Count.UNITS);
                worker.await("units of worker " + each, () -> worker.count(each, Count.UNITS) > before + 5);
            }
            worker.order("s");
            assertEquals(0, worker.exitCode());
            assertEquals(Stage.STOPPED, worker.stage());
        }
    }

    @Test
    void theFirstRunsAloneAndUnknownOrdersAreIgnored() throws IOException, InterruptedException {
        try (RunningWorker worker = start(2, "--first 0 --discipline gil --kernel profiles/kernels/cpu.pyasm")) {
            worker.awaitStage(Stage.READY);
            long first = worker.count(0, Count.UNITS);
            long second = worker.count(1, Count.UNITS);
            long waited = worker.waitNanos(1, WaitKind.INTERPRETER_LOCK);
            worker.order("?\nb");
            worker.await("units", () -> worker.count(0, Count.UNITS) > first + 50);
            assertEquals(second, worker.count(1, Count.UNITS), "the second is parked");
            assertEquals(waited, worker.waitNanos(1, WaitKind.INTERPRETER_LOCK), "and that is no wait for the lock");
        }
    }

    @Test
    void theFirstCoroutineRunsAloneThenTheOthersJoinItEvenWhileItSleeps() throws IOException, InterruptedException {
        Path file = Path.of("profiles", "kernels", "sleep.pyasm");
        String sleeps = "--first 0 --discipline loop --latency-micros 50000 --kernel " + file;
        try (RunningWorker worker = start(3, sleeps)) {
            worker.awaitStage(Stage.READY);
            long second = worker.count(1, Count.UNITS);
            long ready = worker.waitNanos(1, WaitKind.EVENT_LOOP);
            long first = worker.count(0, Count.UNITS);
            worker.order("b");
            worker.await("a unit", () -> worker.count(0, Count.UNITS) > first);
            assertEquals(second, worker.count(1, Count.UNITS), "the second is parked");
            assertEquals(ready, worker.waitNanos(1, WaitKind.EVENT_LOOP), "and that is no wait for the loop");
            worker.order("r");
            worker.await("units of the others", () -> worker.count(1, Count.UNITS) > second && worker.count(2, Count.UNITS) > 0);
            worker.order("s");
            assertEquals(0, worker.exitCode());
        }
    }

    @Test
    void coroutinesHaveOneThreadAndTellWhatTheyWaitFor() throws IOException, InterruptedException {
        try (RunningWorker worker = start(4, "--first 0 --discipline loop --kernel profiles/kernels/cpu.pyasm --unit-steps 20000")) {
            worker.awaitStage(Stage.READY);
            worker.order("r");
            worker.await("units", () -> worker.count(3, Count.UNITS) > 20);
            for (int slot = 0; slot < 4; slot++) {
                assertEquals(worker.tid(0), worker.tid(slot));
                assertEquals(0, worker.count(slot, Count.HANDOFFS));
                assertTrue(worker.waitNanos(slot, WaitKind.EVENT_LOOP) > 0, "waits for the others");
                assertTrue(worker.count(slot, Count.HOLD_NANOS) > 0, "runs");
            }
        }
    }

    @Test
    void threadsBearTheirNumberInTheLane() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/proc/thread-self")), "only Linux tells a thread's id this way");
        try (RunningWorker worker = start(2, "--first 7 --discipline free --kernel profiles/kernels/io.pyasm")) {
            worker.awaitStage(Stage.READY);
            for (int slot = 0; slot < 2; slot++) {
                Path comm = Path.of("/proc", worker.process.pid() + "", "task", worker.tid(slot) + "", "comm");
                assertEquals("worker-" + (7 + slot) + "\n", Files.readString(comm));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"free,cpu", "gil,cpu", "locked,lock", "loop,cpu", "free_threaded,lock"})
    void haltsWhenItsInputEnds(String discipline, String kernel) throws IOException, InterruptedException {
        try (RunningWorker worker = start(3, "--first 0 --discipline " + discipline + " --kernel profiles/kernels/" + kernel + ".pyasm")) {
            worker.awaitStage(Stage.READY);
            worker.order("r");
            worker.endInput();
            assertEquals(3, worker.exitCode());
        }
    }

    @Test
    void haltsAlsoWhileItWarmsUpWithAllItsWorkersBlocked() throws IOException, InterruptedException {
        String endless = "--warm-up-millis 600000 --latency-micros 600000000";
        Path page = directory.resolve("page");
        try (RunningWorker worker = RunningWorker.start(page, 2, endless + " --first 0 --discipline gil --kernel profiles/kernels/io.pyasm")) {
            worker.await("blocked workers", () -> worker.waitNanos(0, WaitKind.IO) > 0 && worker.waitNanos(1, WaitKind.IO) > 0);
            worker.endInput();
            assertEquals(3, worker.exitCode());
            assertEquals(Stage.WARMING_UP, worker.stage());
        }
    }

    @Test
    void aWrongArgumentIsOneSentence() throws IOException, InterruptedException {
        Process process = RunningWorker.launch("--page p --threads many");
        String sentence = "coreloom worker: --threads is 'many', not a whole number from 1 to 4096.";
        assertEquals(sentence + System.lineSeparator(), RunningWorker.words(process));
        assertEquals(2, process.waitFor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpu", "io", "lock"})
    void virtualThreadsStartRunAndStopAndBearNoThreadId(String kernel) throws IOException, InterruptedException {
        assumeTrue(VirtualThreads.missing().isEmpty(), VirtualThreads.missing().orElse(""));
        try (RunningWorker worker = start(1, "--first 0 --discipline free --thread-kind virtual --kernel profiles/kernels/" + kernel + ".pyasm")) {
            worker.awaitStage(Stage.READY);
            worker.order("r");
            worker.await("units", () -> worker.count(0, Count.UNITS) > 5);
            assertEquals(0, worker.tid(0));
            worker.order("s");
            assertEquals(0, worker.exitCode());
        }
    }

    @Test
    void aThousandBlockedVirtualThreadsNeedFewThreadsOfTheKernel() throws IOException, InterruptedException {
        assumeTrue(VirtualThreads.missing().isEmpty(), VirtualThreads.missing().orElse(""));
        assumeTrue(Files.exists(Path.of("/proc/self/task")), "only Linux shows a process's threads this way");
        int workers = 1_000;
        String endless = "--warm-up-millis 600000 --latency-micros 600000000";
        try (RunningWorker worker = RunningWorker.start(directory.resolve("page"), workers,
                endless + " --first 0 --discipline free --thread-kind virtual --kernel profiles/kernels/io.pyasm")) {
            for (int slot = 0; slot < workers; slot++) {
                int each = slot;
                worker.await("wait of worker " + each, () -> worker.waitNanos(each, WaitKind.IO) > 0);
            }
            try (Stream<Path> threads = Files.list(Path.of("/proc", worker.process.pid() + "", "task"))) {
                long count = threads.count();
                assertTrue(count < 300, count + " threads of the kernel: some workers keep their carriers while they wait");
            }
            worker.endInput();
            assertEquals(3, worker.exitCode());
        }
    }

    @Test
    void aVirtualThreadThatFailsEndsTheProcessToo() throws IOException, InterruptedException {
        assumeTrue(VirtualThreads.missing().isEmpty(), VirtualThreads.missing().orElse(""));
        Path file = Files.writeString(directory.resolve("fails.pyasm"), "function unit(value)\nRESUME 0\nLOAD_CONST 1\nLOAD_CONST 0\nBINARY_OP //\nRETURN_VALUE\n");
        Process process = RunningWorker.launch("--page " + directory.resolve("page")
                + " --threads 1 --first 0 --discipline free --thread-kind virtual --kernel " + file);
        String sentence = "coreloom worker: worker-0 failed: " + file + ", line 5: integer division or modulo by zero.";
        assertEquals(sentence + System.lineSeparator(), RunningWorker.words(process));
        assertEquals(1, process.waitFor());
    }

    @Test
    void whereThereAreNoVirtualThreadsThatIsOneSentence() throws IOException, InterruptedException {
        assumeTrue(VirtualThreads.missing().isPresent(), "this Java has them");
        Process process = RunningWorker.launch("--page " + directory.resolve("page")
                + " --threads 1 --first 0 --discipline free --thread-kind virtual --kernel profiles/kernels/cpu.pyasm");
        assertEquals("coreloom worker: " + VirtualThreads.missing().orElseThrow() + "." + System.lineSeparator(), RunningWorker.words(process));
        assertEquals(2, process.waitFor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gil", "free_threaded"})
    void runsAKernelFromItsFileAndCountsWhoCollectsAndWhoWaitsForIt(String discipline) throws IOException, InterruptedException {
        Path file = Path.of("profiles", "kernels", "collect.pyasm");
        try (RunningWorker worker = start(2, "--first 0 --discipline " + discipline + " --kernel " + file)) {
            worker.awaitStage(Stage.READY);
            worker.order("r");
            worker.await("units", () -> worker.count(0, Count.UNITS) > 5 && worker.count(1, Count.UNITS) > 5);
            worker.await("collections", () -> worker.count(0, Count.COLLECTIONS) > 5 && worker.count(1, Count.COLLECTIONS) > 5);
            worker.await("waits", () -> worker.waitNanos(0, WaitKind.COLLECTOR) > 0 && worker.waitNanos(1, WaitKind.COLLECTOR) > 0);
            assertTrue(worker.count(0, Count.PAUSE_NANOS) > 0, "pauses");
            worker.order("s");
            assertEquals(0, worker.exitCode());
        }
    }

    @Test
    void aWrongKernelIsOneSentence() throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("bad.pyasm"), "function unit(value)\n");
        Process process = RunningWorker.launch("--page " + directory.resolve("page")
                + " --threads 1 --first 0 --discipline gil --kernel " + file);
        String sentence = "coreloom worker: " + file + ", line 1: function unit must begin with RESUME 0.";
        assertEquals(sentence + System.lineSeparator(), RunningWorker.words(process));
        assertEquals(2, process.waitFor());
    }

    @Test
    void aKernelThatFailsEndsTheProcessWithItsPlace() throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("fails.pyasm"),
                "function unit(value)\nRESUME 0\nLOAD_CONST 1\nLOAD_CONST 0\nBINARY_OP //\nRETURN_VALUE\n");
        Process process = RunningWorker.launch("--page " + directory.resolve("page")
                + " --threads 1 --first 0 --discipline gil --kernel " + file);
        String sentence = "coreloom worker: worker-0 failed: " + file + ", line 5: integer division or modulo by zero.";
        assertEquals(sentence + System.lineSeparator(), RunningWorker.words(process));
        assertEquals(1, process.waitFor());
    }

    @Test
    void aPageThatCannotBeOpenedIsOneSentence() throws IOException, InterruptedException {
        Path nowhere = directory.resolve("absent").resolve("page");
        Process process = RunningWorker.launch("--page " + nowhere + " --threads 1 --first 0 --discipline free --kernel profiles/kernels/cpu.pyasm");
        String words = RunningWorker.words(process);
        assertTrue(words.startsWith("coreloom worker: cannot set up") && words.contains(nowhere.toString()), words);
        assertEquals(1, words.lines().count());
        assertEquals(1, process.waitFor());
    }

    private RunningWorker start(int threads, String more) throws IOException {
        return RunningWorker.start(directory.resolve("page"), threads, "--warm-up-millis 20 " + more);
    }
}
