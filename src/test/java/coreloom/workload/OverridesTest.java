package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverridesTest {
    private Profile profile;

    @BeforeEach
    void threeLanes() throws Refusal {
        profile = new ProfileReader(2).parse(new ProfileFile(Path.of("p.toml")),
                "[[lane]]\nvariant = \"threads\"\n[[lane]]\nvariant = \"gil\"\nworkers = 7\n[[lane]]\nvariant = \"processes\"\n");
    }

    private static String refused(Profile profile, Overrides overrides) {
        return assertThrows(Refusal.class, () -> overrides.appliedTo(profile)).getMessage();
    }

    @Test
    void noneChangesNothing() throws Refusal {
        assertEquals(profile, Overrides.NONE.appliedTo(profile));
    }

    @Test
    void putsInWorkersDurationAndLanesInTheOrderAsked() throws Refusal {
        Overrides overrides = new Overrides(OptionalInt.empty(), OptionalLong.of(5), List.of("processes", "gil", "gil")).withWorkers(3);
        List<LanePlan> lanes = overrides.appliedTo(profile).lanes();
        assertEquals(List.of("processes", "gil"), lanes.stream().map(LanePlan::name).toList());
        assertEquals(List.of(3, 3), lanes.stream().map(LanePlan::workers).toList());
        assertEquals(List.of(5L, 5L), lanes.stream().map(LanePlan::durationNanos).toList());
    }

    @Test
    void refusesALaneThatIsNotThere() {
        assertEquals("Profile p has no lane \"gill\"; its lanes are threads, gil, processes.",
                refused(profile, new Overrides(OptionalInt.empty(), OptionalLong.empty(), List.of("gill"))));
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertEquals("The number of workers must be a whole number from 1 to 4096, but is 0.",
                refused(profile, Overrides.NONE.withWorkers(0)));
        assertEquals("The duration must be 0 (until stopped) or more, but is below 0.",
                refused(profile, new Overrides(OptionalInt.empty(), OptionalLong.of(-1), List.of())));
    }
}
