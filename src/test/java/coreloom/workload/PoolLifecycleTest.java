package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;
import coreloom.workload.variant.Variant;
import coreloom.workload.variant.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A pool of real processes, from start to end. */
@Timeout(120)
class PoolLifecycleTest {
    private static final String POOL = "workers = 2\nwarm_up_millis = 10\npool_call_units = 3\n[[lane]]\nvariant = \"gil-pool\"\n";
    private static final int PARENT = 2;

    @TempDir
    private Path directory;

    @BeforeAll
    static void needsNamedPipes() {
        assumeTrue(Tool.named("mkfifo").isPresent(), "a pool needs named pipes, and there is no mkfifo on the PATH");
    }

    private static long units(RealRun run, int worker) {
        WorkerTable table = new WorkerTable();
        run.conductor().readWorkers(table);
        return table.size() > worker ? table.count(worker, Count.UNITS) : 0;
    }

    private static long handoffs(RealRun run) {
        WorkerTable table = new WorkerTable();
        run.conductor().readWorkers(table);
        long sum = 0;
        for (int row = PARENT; row < table.size(); row++) {
            assertEquals(0, table.count(row, Count.UNITS), "the parent does no units");
            sum += table.count(row, Count.HANDOFFS);
        }
        return sum;
    }

    @Test
    void theFirstWorkerAloneThenAllAreFedByTheParent() throws Exception {
        try (RealRun run = new RealRun(WorkerCommand.ours())) {
            run.start("duration_seconds = 0\nbaseline_millis = 60000\n" + POOL);
            run.stepUntil(Phase.BASELINE);
            long first = units(run, 0);
            long second = units(run, 1);
            long before = handoffs(run);
            run.stepUntil(() -> units(run, 0) > first + 100 && handoffs(run) > before + 10);
            assertEquals(second, units(run, 1), "the second takes no call");
            run.start("duration_seconds = 0\nbaseline_millis = 0\n" + POOL);
            run.stepUntil(Phase.MEASURED);
            run.stepUntil(() -> units(run, 0) > 1_000 && units(run, 1) > 1_000);
        }
    }

    @Test
    void aKilledWorkerBreaksThePoolAndLeavesNothing() throws Exception {
        assertBrokenBy(0);
    }

    @Test
    void aKilledParentBreaksThePoolAndLeavesNothing() throws Exception {
        assertBrokenBy(PARENT);
    }

    private static void assertBrokenBy(int process) throws Exception {
        try (RealRun run = new RealRun(WorkerCommand.ours())) {
            run.start("duration_seconds = 0\nbaseline_millis = 0\n" + POOL);
            run.stepUntil(Phase.MEASURED);
            run.stepUntil(() -> units(run, 0) > 100 && units(run, 1) > 100);
            List<ProcessHandle> handles = run.handles();
            handles.get(process).destroyForcibly();
            run.stepUntil(run.conductor()::finished);
            LaneReading lane = run.conductor().lanes().get(0);
            assertEquals(Phase.FAILED, lane.phase());
            assertEquals("Lane gil-pool is broken (BrokenProcessPool): process " + handles.get(process).pid()
                    + " was ended by signal 9 (exit code 137).", lane.trouble());
            assertFalse(handles.stream().anyMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void stopsAsToldInTheMiddleOfLongCalls() throws Exception {
        try (RealRun run = RealRun.patient(WorkerCommand.ours())) {
            run.start("duration_seconds = 1\nbaseline_millis = 0\n" + POOL.replace("units = 3", "units = 1000000000"));
            run.stepUntil(Phase.MEASURED);
            run.stepUntil(() -> units(run, 0) > 0 && units(run, 1) > 0);
            run.later(TimeUnit.SECONDS.toNanos(1));
            run.stepUntil(run.conductor()::finished);
            LaneReading lane = run.conductor().lanes().get(0);
            assertEquals(Phase.ENDED, lane.phase(), lane.toString());
            assertTrue(lane.processes().stream().allMatch(ended -> ended.exitCode().equals(OptionalInt.of(0))), lane.toString());
        }
    }

    @Test
    void theParentCountsAsAProcessOfTheLane() {
        Variant pool = Variants.named("gil-pool").orElseThrow();
        assertEquals(Optional.empty(), LanePlan.preset(pool, Kernel.NONE, 0, Map.of(Setting.WORKERS, 511L)).obstacle());
        assertEquals(Optional.of("it would be 513 processes, and a lane has at most 512"),
                LanePlan.preset(pool, Kernel.NONE, 0, Map.of(Setting.WORKERS, 512L)).obstacle());
    }

    @Test
    void itsFilesAreMadeOnceAndNamed() throws IOException {
        PoolFiles files = PoolFiles.of(directory, 4);
        files.make();
        files.make();
        try (Stream<Path> all = Files.list(directory)) {
            assertEquals(List.of("lane-4-pool.calls", "lane-4-pool.results", "lane-4-pool.shared"),
                    all.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertFalse(Files.isRegularFile(files.calls()), "a pipe");
        files.paths().forEach(RunFolder::delete);
        try (Stream<Path> all = Files.list(directory)) {
            assertEquals(0, all.count());
        }
    }

    @Test
    void whereTheyCannotBeMadeItIsSaid() {
        IOException wrong = assertThrows(IOException.class,
                () -> PoolFiles.of(directory.resolve("absent"), 0).make());
        assertEquals("a pool needs named pipes, and mkfifo could not make them in " + directory.resolve("absent"), wrong.getMessage());
    }
}
