package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;
import coreloom.workload.command.Interpreter;
import coreloom.workload.command.RealPython;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kernel in real Python, in every form, from start to end; skipped where there is no Python. */
@Timeout(120)
class PythonLaneTest {
    private static final int WORKERS = 2;

    private final WorkerTable table = new WorkerTable();

    private static RealRun run() {
        return new RealRun(new LaneStarters(new ChildStarter(), new CommandStarter()));
    }

    private static String lane(String form, String kernel, String more) {
        return "[[lane]]\nvariant = \"command\"\npython = \"3\"\nform = \"" + form + "\"\nkernel = \"" + kernel
                + "\"\nworkers = 2\nwarm_up_millis = 0\nunit_steps = 500\nlatency_micros = 500\nextension_bytes = 5000\n" + more;
    }

    private static LaneReading lane(RealRun run) {
        return run.conductor().lanes().get(0);
    }

    private boolean allHaveWorked(RealRun run) {
        run.conductor().readWorkers(table);
        assertEquals(WORKERS, table.size());
        return table.count(0, Count.UNITS) > 0 && table.count(1, Count.UNITS) > 0;
    }

    @ParameterizedTest
    @CsvSource({
        "threads, cpu", "threads, io", "threads, mixed", "threads, extension", "threads, refcount", "threads, collect", "threads, lock",
        "threads, sleep", "threads, echo", "processes, cpu", "processes, io", "processes, lock", "processes, echo", "pool, cpu", "pool, io",
        "asyncio, cpu", "asyncio, io", "asyncio, mixed", "asyncio, lock", "asyncio, sleep", "asyncio, echo"})
    void everyWorkerWorksAndStopsAsTold(String form, String kernel) throws Exception {
        Interpreter python = RealPython.orSkip("3");
        try (RealRun run = run()) {
            run.start(lane(form, kernel, "baseline_millis = 0\nduration_seconds = 0\n"));
            run.stepUntil(Phase.MEASURED);
            run.stepUntil(() -> allHaveWorked(run));
            assertEquals("Runs on " + python.name() + " (" + python.path() + ").", lane(run).note(), "every line was understood");
        }
        assertEquals(List.of(), WorkerLifecycleTest.ourFolders());
    }

    @ParameterizedTest
    @CsvSource({"threads, 1", "processes, 3", "pool, 3", "asyncio, 1"})
    void goesThroughThePhasesInAsManyProcessesAsItsFormHas(String form, int processes) throws Exception {
        RealPython.orSkip("3");
        try (RealRun run = RealRun.patient(new LaneStarters(new ChildStarter(), new CommandStarter()))) {
            run.start(lane(form, "cpu", "baseline_millis = 5\nduration_seconds = 2\n"));
            run.stepUntil(Phase.BASELINE);
            run.stepUntil(Phase.MEASURED);
            // A script that stands for the interpreter may have processes of its own at the beginning.
            run.stepUntil(() -> lane(run).processes().size() == processes && allHaveWorked(run));
            run.later(TimeUnit.SECONDS.toNanos(2));
            run.stepUntil(run.conductor()::finished);
            assertEquals(Phase.ENDED, lane(run).phase(), lane(run).toString());
            int code = run.processes().get(0).exitCode().orElseThrow();
            assertTrue(code == 0 || code == 128 + 15, "by itself, or where it was slow to answer by SIGTERM: " + lane(run));
        }
    }

    @Test
    void inTheBaselineOneWorkerWorksAlone() throws Exception {
        RealPython.orSkip("3");
        try (RealRun run = run()) {
            run.start(lane("threads", "cpu", "baseline_millis = 60000\nduration_seconds = 0\n"));
            run.stepUntil(Phase.BASELINE);
            run.stepUntil(() -> unitsOf(run, 0) > 20);
            assertEquals(0, unitsOf(run, 1));
        }
    }

    private long unitsOf(RealRun run, int row) {
        run.conductor().readWorkers(table);
        return table.count(row, Count.UNITS);
    }

    @Test
    void workersAreTheThreadsThatTheSystemKnows() throws Exception {
        RealPython.orSkip("3");
        Path tasks = Path.of("/proc/self/task");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(tasks), "without /proc threads have no names to compare");
        try (RealRun run = run()) {
            run.start(lane("processes", "cpu", "baseline_millis = 0\nduration_seconds = 0\n"));
            run.stepUntil(Phase.MEASURED);
            run.stepUntil(() -> allHaveWorked(run) && run.processes().size() > WORKERS);
            Set<Integer> pids = new HashSet<>();
            for (int row = 0; row < WORKERS; row++) {
                pids.add(table.pid(row));
                Path comm = Path.of("/proc", String.valueOf(table.pid(row)), "task", String.valueOf(table.tid(row)), "comm");
                assertEquals("worker-" + row, Files.readString(comm).strip());
            }
            assertTrue(run.processes().stream().map(ProcessReading::pid).toList().containsAll(pids), lane(run).toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"processes, a worker process has ended by itself", "pool, terminated abruptly"})
    void aWorkerProcessThatIsKilledFailsTheLaneWithItsWords(String form, String words) throws Exception {
        RealPython.orSkip("3");
        try (RealRun run = run()) {
            run.start(lane(form, "cpu", "baseline_millis = 0\nduration_seconds = 0\n"));
            run.stepUntil(Phase.MEASURED);
            run.stepUntil(() -> allHaveWorked(run));
            aWorkerProcess(run).destroyForcibly();
            run.stepUntil(run.conductor()::finished);
            assertEquals(Phase.FAILED, lane(run).phase());
            assertTrue(lane(run).trouble().contains("exit code 1") && lane(run).trouble().contains(words), lane(run).trouble());
        }
    }

    @ParameterizedTest
    @CsvSource({"threads, io, 2", "processes, io, 4", "pool, cpu, 3", "asyncio, io, 2"})
    void allProcessesOfADeadProgramEnd(String form, String kernel, int leastProcesses) throws Exception {
        RealPython.orSkip("3");
        try (RealRun run = run()) {
            run.start(lane(form, kernel, "baseline_millis = 0\nduration_seconds = 0\n"));
            run.stepUntil(Phase.MEASURED);
            run.stepUntil(() -> allHaveWorked(run) && run.handles().size() >= leastProcesses);
            List<ProcessHandle> handles = run.handles();
            handles.get(0).destroyForcibly();
            for (ProcessHandle handle : handles) {
                awaitEnd(handle);
            }
        }
    }

    /** A process that the program has started itself: the page knows it before the lane lists it. */
    private ProcessHandle aWorkerProcess(RealRun run) {
        int program = run.processes().get(0).pid();
        int row = table.pid(0) == program ? 1 : 0;
        assertNotEquals(program, table.pid(row), "a worker in a process of its own");
        return ProcessHandle.of(table.pid(row)).orElseThrow();
    }

    private static void awaitEnd(ProcessHandle handle) throws IOException {
        boolean ended = false;
        while (!ended) {
            Optional<ProcessStat> stat = ProcessStat.read(Path.of("/proc"), (int) handle.pid());
            ended = !handle.isAlive() || stat.filter(ProcessStat::ended).isPresent();
            assertFalse(Thread.currentThread().isInterrupted(), "process " + handle.pid() + " outlives its program");
            Thread.onSpinWait();
        }
    }
}
