package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;
import coreloom.workload.variant.Crew;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every lane that we ship, with the real worker, as short as it can be. */
@Timeout(120)
class ShippedLanesTest {
    private static final int WORKERS = 2;
    /** Far longer than any of them takes to begin its work: its end comes when the clock is put forward. */
    private static final long DURATION_NANOS = TimeUnit.HOURS.toNanos(1);

    /** The same without warm-up and baseline: this test does not ask how fast. */
    private static Profile brief(Profile profile) {
        return new Profile(profile.name(), profile.title(), profile.hotkey(), profile.lanes().stream().map(ShippedLanesTest::brief).toList());
    }

    private static LanePlan brief(LanePlan lane) {
        Map<Setting, Long> settings = new EnumMap<>(lane.settings());
        settings.put(Setting.WARM_UP_MILLIS, 0L);
        settings.put(Setting.BASELINE_MILLIS, 0L);
        return lane.with(lane.durationNanos(), settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpu", "io", "lock", "gil", "refcount", "striped", "subinterpreters", "virtual", "pool", "asyncio",
        "free-threaded", "collect"})
    void everyLaneCountsWorkAndStopsAsTold(String name) throws Exception {
        Profile profile = brief(new ProfileReader(WORKERS).read(Path.of("profiles", name + ".toml")));
        try (RealRun run = RealRun.patient(WorkerCommand.ours())) {
            for (LanePlan lane : profile.lanes().stream().filter(lane -> lane.obstacle().isEmpty()).toList()) {
                run.conductor().start(profile, new Overrides(OptionalInt.of(WORKERS), OptionalLong.of(DURATION_NANOS), List.of(lane.name())));
                run.stepUntil(Phase.MEASURED);
                run.stepUntil(() -> working(run.conductor(), threads(lane)) == expected(lane));
                run.later(DURATION_NANOS);
                run.stepUntil(run.conductor()::finished);
                assertEnded(run.conductor().lanes().get(0));
            }
        }
    }

    /** By the rule of 3.12, a holder of a shared lock that computes never lets go, so that one worker has it for good. */
    private static int expected(LanePlan lane) {
        return lane.word(WordSetting.INTERPRETER_LOCK).equals(Optional.of("shared-3.12")) ? 1 : WORKERS;
    }

    /** How many workers have counted units. */
    private static int working(Conductor conductor, int threads) {
        WorkerTable table = new WorkerTable();
        conductor.readWorkers(table);
        assertEquals(threads, table.size());
        return (table.count(0, Count.UNITS) > 0 ? 1 : 0) + (table.count(1, Count.UNITS) > 0 ? 1 : 0);
    }

    private static int threads(LanePlan lane) {
        return lane.variant().crews(WORKERS).stream().mapToInt(Crew::threads).sum();
    }

    private static void assertEnded(LaneReading lane) {
        assertEquals(Phase.ENDED, lane.phase(), lane.toString());
        assertTrue(lane.processes().stream().map(ProcessReading::exitCode).allMatch(OptionalInt.of(0)::equals), lane.toString());
    }
}
