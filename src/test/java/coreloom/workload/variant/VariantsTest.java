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
        assertEquals("free [3]", spread("virtual"));
        assertEquals("striped [3]", spread("striped"));
        assertEquals("subinterpreters [3]", spread("subinterpreters"));
        assertEquals("gil [1, 1, 1]", spread("gil-pool"));
        assertEquals("loop [3]", spread("asyncio"));
        assertEquals("free_threaded [3]", spread("free-threaded"));
        assertEquals(Optional.empty(), Variants.named("magic"));
    }

    @Test
    void virtualThreadsNeedAJavaThatHasThem() {
        assertEquals(Optional.of("virtual threads need Java 21 or later; this lane runs on 17.0.12"),
                VirtualThreads.missing(Runtime.Version.parse("17.0.12+7-Debian-2")));
        assertEquals(Optional.of("virtual threads need Java 21 or later; this lane runs on 20"), VirtualThreads.missing(Runtime.Version.parse("20")));
        assertEquals(Optional.empty(), VirtualThreads.missing(Runtime.Version.parse("21")));
        assertEquals(VirtualThreads.missing(), Variants.named("virtual").orElseThrow().obstacle());
        assertEquals(Optional.empty(), Variants.named("threads").orElseThrow().obstacle());
    }

    @Test
    void aPoolHasAParentBehindItsWorkers() {
        Crew pooled = new Crew(Crew.Role.POOLED, Discipline.GIL, 1);
        Crew parent = new Crew(Crew.Role.PARENT, Discipline.GIL, 3);
        assertEquals(List.of(pooled, pooled, parent), Variants.named("gil-pool").orElseThrow().crews(2));
        assertEquals(List.of(new Crew(Crew.Role.WORKERS, Discipline.LOCKED, 2)), Variants.named("locked").orElseThrow().crews(2));
    }

    @Test
    void everyOneHasANameOfItsOwnAndASentenceAndLosesNoWorker() {
        assertEquals(Variants.ALL.size(), new HashSet<>(Variants.names()).size());
        for (Variant variant : Variants.ALL) {
            assertTrue(variant.sentence().endsWith("."), variant.name());
            assertTrue(variant.sentence().length() <= 80, variant.name() + ": must fit into a line of the help");
            for (int workers : List.of(1, 2, 17)) {
                assertEquals(workers, variant.threadsOfProcesses(workers).stream().mapToInt(Integer::intValue).sum(), variant.name());
                assertEquals(workers, variant.crews(workers).stream().mapToInt(Crew::workers).sum(), variant.name());
            }
        }
    }
}
