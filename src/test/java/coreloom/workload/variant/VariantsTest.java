package coreloom.workload.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VariantsTest {
    private static String spread(String name) {
        Variant variant = Variants.named(name).orElseThrow();
        return variant.discipline().word() + " " + variant.threadsOfProcesses(3);
    }

    @Test
    void spreadTheirWorkersAsTheirNamesSay() {
        assertEquals("free [3]", spread("threads"));
        assertEquals("locked [3]", spread("locked"));
        assertEquals("free [1, 1, 1]", spread("processes"));
        assertEquals("gil [3]", spread("gil"));
        assertEquals("gil [1, 1, 1]", spread("gil-processes"));
        assertEquals("loop [3]", spread("asyncio"));
        assertEquals(Optional.empty(), Variants.named("magic"));
    }

    @Test
    void everyOneHasANameOfItsOwnAndASentenceAndLosesNoWorker() {
        assertEquals(Variants.ALL.size(), new HashSet<>(Variants.names()).size());
        for (Variant variant : Variants.ALL) {
            assertTrue(variant.sentence().endsWith("."), variant.name());
            for (int workers : List.of(1, 2, 17)) {
                assertEquals(workers, variant.threadsOfProcesses(workers).stream().mapToInt(Integer::intValue).sum(), variant.name());
            }
        }
    }
}
