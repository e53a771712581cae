package coreloom.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.history.History;
import coreloom.history.ThreadShares;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.WaitKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sorting, filtering and grouping the threads of a lane. */
class ThreadListTest {
    private final ThreadList list = new ThreadList();
    private ThreadShares threads;

    @BeforeEach
    void play() {
        History history = Picture.play(ScriptedSource.cores(8).lasting(3).at(0, machine -> {
            machine.lane("server", "attached", 0).process(10).process(20).phase(Phase.MEASURED);
            machine.thread(10, 11, "pool-1").onCpu(0.2).runDelay(0.5);
            machine.thread(10, 12, "pool-22").onCpu(0.6).runDelay(0.1);
            machine.thread(20, 21, "Accept").onCpu(0.1).runDelay(0.0);
            machine.thread(20, 22, "pool-3").onCpu(0.4).runDelay(0.2);
        }));
        threads = history.get(history.count() - 1).threads();
    }

    private List<String> names(WaitsChoice choice) {
        list.choose(threads, 0, false, choice);
        List<String> names = new ArrayList<>();
        for (int place = 0; place < list.rows(); place++) {
            names.add(choice.grouping() == Grouping.NONE ? threads.name(list.thread(place)) : list.groupName(new StringBuilder(), place).toString());
        }
        return names;
    }

    private static WaitsChoice choice(ThreadOrder order, Grouping grouping, String filter) {
        return new WaitsChoice(order, grouping, NamePattern.of(filter));
    }

    @Test
    void isSortedByWhatIsAskedForTheMostFirst() {
        assertEquals(List.of("pool-22", "pool-3", "pool-1", "Accept"), names(choice(ThreadOrder.ON_CPU, Grouping.NONE, "")));
        assertEquals(List.of("pool-1", "pool-3", "pool-22", "Accept"), names(choice(ThreadOrder.RUN_QUEUE, Grouping.NONE, "")));
        assertEquals(List.of("Accept", "pool-3", "pool-1", "pool-22"), names(choice(ThreadOrder.BLOCKED, Grouping.NONE, "")));
        assertEquals(List.of("Accept", "pool-1", "pool-22", "pool-3"), names(choice(ThreadOrder.NAME, Grouping.NONE, "")));
    }

    @Test
    void whatIsFilteredOutStillCountsAmongAll() {
        assertEquals(List.of("Accept"), names(choice(ThreadOrder.USUAL, Grouping.NONE, "!pool")));
        assertEquals(4, list.all());
        assertEquals(1.3, list.allOnCpu(), 1e-3);
    }

    @Test
    void groupsByNameAndByProcessSayTheMean() {
        assertEquals(List.of("3×pool-#", "1×Accept"), names(choice(ThreadOrder.ON_CPU, Grouping.NAME, "")));
        assertEquals(0.4, list.onCpu(0), 1e-3);
        assertEquals(1.2, list.cores(0), 1e-3);
        assertEquals(List.of("2×10 pool-1", "2×20 pool-3"), names(choice(ThreadOrder.ON_CPU, Grouping.PROCESS, "")));
    }

    @ParameterizedTest
    @EnumSource
    void theSharesOfEveryRowMakeTheWhole(Grouping grouping) {
        names(choice(ThreadOrder.USUAL, grouping, ""));
        int listed = 0;
        for (int place = 0; place < list.rows(); place++) {
            double sum = list.onCpu(place) + list.runDelay(place);
            for (WaitKind kind : WaitKind.values()) {
                sum += list.blocked(place, kind);
            }
            assertEquals(1, sum, 1e-3);
            listed += list.size(place);
        }
        assertEquals(4, listed);
    }

    @Test
    void stemsDifferInMoreThanNumbers() {
        assertTrue(NameStem.same("worker-12/3", "worker-4/56"));
        assertTrue(!NameStem.same("worker-12", "worker-12a") && !NameStem.same("worker-", "worker-1") && !NameStem.same("a", "b"));
        assertEquals(NameStem.hash("worker-12/3"), NameStem.hash("worker-4/56"));
        assertEquals("worker-#/#", NameStem.append(new StringBuilder(), "worker-12/3").toString());
    }
}
