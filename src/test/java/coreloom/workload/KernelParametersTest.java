package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelParametersTest {
    private static String refused(String... words) {
        return assertThrows(Refusal.class, () -> KernelParameters.parse(List.of(words))).getMessage();
    }

    @Test
    void takesSettingsAndSaysThemInTheirOrder() throws Refusal {
        KernelParameters given = KernelParameters.parse(List.of("outside_steps=0", " unit_steps = 1_000 "));
        assertEquals(Map.of(Setting.OUTSIDE_STEPS, 0L, Setting.UNIT_STEPS, 1_000L), given.values());
        assertEquals("unit_steps=1000,outside_steps=0", given.words());
        assertEquals("", KernelParameters.parse(List.of()).words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"workers", "duration_seconds", "baseline_millis", "warm_up_millis", "kernel", ""})
    void refusesWhatIsNoParameter(String key) {
        assertTrue(refused(key + "=1").startsWith("--set has no key \"" + key + "\"; "), refused(key + "=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1000000001", "9999999999999999999", "", "many", "1.5"})
    void refusesWhatIsOutOfRangeOrNoNumber(String value) {
        assertEquals("--set: unit_steps must be a whole number from 1 to 1000000000, but is \"" + value + "\".", refused("unit_steps=" + value));
    }
}
