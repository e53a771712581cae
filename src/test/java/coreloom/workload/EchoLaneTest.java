package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;
import coreloom.workload.variant.Variant;
import coreloom.workload.variant.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real processes that answer, and the one that asks them: from start to end, however that comes. */
@Timeout(120)
class EchoLaneTest {
    private static final String LANE = "kernel = \"echo\"\nworkers = 2\nduration_seconds = 0\nbaseline_millis = 0\nwarm_up_millis = 50\n[[lane]]\n";

    private static RealRun run() {
        return new RealRun(WorkerCommand.ours());
    }

    static Stream<String> variants() {
        return Variants.ALL.stream().map(Variant::name);
    }

    /** A coroutine and a worker of a pool answer too. */
    @ParameterizedTest
    @MethodSource("variants")
    void repliesComeUnderEveryVariantAndAllEndsWell(String variant) throws Exception {
        try (RealRun run = run()) {
            LanePlan plan = new ProfileReader(2).parse(new ProfileFile(Path.of("p.toml")), LANE + "variant = \"" + variant + "\"\n").lanes().get(0);
            Assumptions.assumeTrue(plan.obstacle().isEmpty(), plan.obstacle().orElse(""));
            run.start(LANE + "variant = \"" + variant + "\"\n");
            run.stepUntil(Phase.MEASURED);
            WorkerTable table = new WorkerTable();
            run.stepUntil(() -> replies(run, 2, table) > 20);
            int asker = asker(table);
            assertTrue(table.number(asker) >= 2, "is no worker of the lane");
            assertEquals(0, table.count(asker, Count.UNITS));
            assertTrue(table.waitNanos(asker, WaitKind.IO) > 0, "waits for replies");
            assertEquals(0, table.count(asker, Count.ACQUISITIONS), "needs no lock");
            List<ProcessHandle> handles = run.handles();
            run.conductor().stop();
            run.stepUntil(() -> handles.stream().noneMatch(ProcessHandle::isAlive));
            assertEquals("", run.conductor().lanes().get(0).trouble());
        }
        assertEquals(List.of(), WorkerLifecycleTest.ourFolders());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gil", "asyncio"})
    void aLaneEndsAtItsTimeAlsoBetweenTwoRequests(String variant) throws Exception {
        try (RealRun run = RealRun.patient(WorkerCommand.ours())) {
            run.start("kernel = \"echo\"\nworkers = 1\nduration_seconds = 1\nbaseline_millis = 0\nwarm_up_millis = 50\nrequest_period_micros = 400000\n"
                    + "[[lane]]\nvariant = \"" + variant + "\"\n");
            run.stepUntil(Phase.MEASURED);
            WorkerTable table = new WorkerTable();
            run.stepUntil(() -> replies(run, 1, table) > 0);
            run.later(TimeUnit.SECONDS.toNanos(1));
            run.stepUntil(run.conductor()::finished);
            LaneReading lane = run.conductor().lanes().get(0);
            assertEquals(Phase.ENDED, lane.phase(), lane.toString());
            assertEquals(List.of(OptionalInt.of(0), OptionalInt.of(0)), lane.processes().stream().map(ProcessReading::exitCode).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void theLaneIsOverWhenTheAnsweringOrTheAskingProcessIsKilled(int which) throws Exception {
        try (RealRun run = run()) {
            run.start(LANE + "variant = \"gil\"\nrequest_period_micros = 400000\n");
            run.stepUntil(Phase.MEASURED);
            List<ProcessHandle> handles = run.handles();
            handles.get(which).destroyForcibly();
            run.stepUntil(Phase.FAILED);
            run.stepUntil(() -> handles.stream().noneMatch(ProcessHandle::isAlive));
            LaneReading lane = run.conductor().lanes().get(0);
            assertTrue(lane.trouble().startsWith("Lane gil: "), lane.trouble());
            assertFalse(lane.trouble().contains("Pool"), lane.trouble());
        }
    }

    private static long replies(RealRun run, int workers, WorkerTable table) {
        table.clear();
        run.conductor().readWorkers(table);
        return table.size() <= workers ? 0 : table.count(asker(table), Count.REPLIES);
    }

    /** It is listed last. */
    private static int asker(WorkerTable table) {
        return table.size() - 1;
    }
}
