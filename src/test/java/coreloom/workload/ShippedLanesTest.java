package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every lane that we ship, with the real worker, as short as it can be. */
@Timeout(120)
class ShippedLanesTest {
    private static final int WORKERS = 2;

    /** The same without warm-up and baseline: this test does not ask how fast. */
    private static Profile brief(Profile profile) {
        return new Profile(profile.name(), profile.title(), profile.hotkey(), profile.lanes().stream().map(ShippedLanesTest::brief).toList());
    }

    private static LanePlan brief(LanePlan lane) {
        Map<Setting, Long> settings = new EnumMap<>(lane.settings());
        settings.put(Setting.WARM_UP_MILLIS, 0L);
        settings.put(Setting.BASELINE_MILLIS, 0L);
        return new LanePlan(lane.name(), lane.variant(), lane.kernel(), lane.durationNanos(), settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpu", "io", "lock", "gil", "refcount", "asyncio"})
    void everyLaneCountsWorkAndStopsAsTold(String name) throws Exception {
        Profile profile = brief(new ProfileReader(WORKERS).read(Path.of("profiles", name + ".toml")));
        try (RealRun run = new RealRun(WorkerCommand.ours())) {
            for (LanePlan lane : profile.lanes()) {
                run.conductor().start(profile, new Overrides(OptionalInt.of(WORKERS), OptionalLong.of(0), List.of(lane.name())));
                run.stepUntil(Phase.MEASURED);
                run.stepUntil(() -> allHaveWorked(run.conductor()));
                run.conductor().start(profile, new Overrides(OptionalInt.of(WORKERS), OptionalLong.of(1), List.of(lane.name())));
                run.stepUntil(run.conductor()::finished);
                assertEnded(run.conductor().lanes().get(0));
            }
        }
    }

    private static boolean allHaveWorked(Conductor conductor) {
        WorkerTable table = new WorkerTable();
        conductor.readWorkers(table);
        assertEquals(WORKERS, table.size());
        return table.count(0, Count.UNITS) > 0 && table.count(1, Count.UNITS) > 0;
    }

    private static void assertEnded(LaneReading lane) {
        assertEquals(Phase.ENDED, lane.phase(), lane.toString());
        assertTrue(lane.processes().stream().map(ProcessReading::exitCode).allMatch(OptionalInt.of(0)::equals), lane.toString());
    }
}
