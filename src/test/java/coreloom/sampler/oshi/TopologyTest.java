package coreloom.sampler.oshi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coreloom.snapshot.LogicalCore;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopologyTest {
    private static final int[] UNKNOWN = new int[0];

    @Test
    void isTakenAsToldInTheOrderOfIds() {
        LogicalCore sibling = new LogicalCore(2, 0, 1, 1);
        LogicalCore first = new LogicalCore(0, 0, 1, 1);
        assertEquals(List.of(first, sibling), Topology.of(List.of(sibling, first), UNKNOWN, List.of()));
    }

    @Test
    void whatIsUntoldIsTheCoresOwnNumberOrZero() {
        assertEquals(List.of(new LogicalCore(3, 3, 0, 0)), Topology.of(List.of(new LogicalCore(3, -1, -1, -1)), UNKNOWN, List.of()));
    }

    @Test
    void aCoreThatIsOfflineFromTheStartIsListed() {
        List<LogicalCore> told = List.of(new LogicalCore(0, 0, 0, 0), new LogicalCore(1, 0, 0, 0));
        assertEquals(List.of(new LogicalCore(0, 0, 0, 0), new LogicalCore(1, 1, 0, 0)), Topology.of(told, new int[] {0}, List.of()));
    }

    @Test
    void aCoreThatGoesOfflineKeepsItsPlace() {
        List<LogicalCore> former = List.of(new LogicalCore(0, 0, 0, 0), new LogicalCore(1, 7, 1, 1));
        List<LogicalCore> told = List.of(new LogicalCore(0, 0, 0, 0), new LogicalCore(1, 0, 0, 0));
        assertEquals(former, Topology.of(told, new int[] {0}, former));
    }

    @Test
    void aCoreThatComesBackIsPlacedAnew() {
        List<LogicalCore> former = List.of(new LogicalCore(1, 1, 0, 0));
        LogicalCore back = new LogicalCore(1, 7, 1, 1);
        assertEquals(List.of(back), Topology.of(List.of(back), new int[] {1}, former));
    }

    @Test
    void aCoreThatIsOnlineButUntoldIsListed() {
        assertEquals(List.of(new LogicalCore(4, 4, 0, 0)), Topology.of(List.of(), new int[] {4}, List.of()));
    }

    @Test
    void coresThatShareAnIdAreNumberedByPosition() {
        List<LogicalCore> groups = List.of(new LogicalCore(0, 5, 0, 0), new LogicalCore(0, 6, 1, 0));
        assertEquals(List.of(new LogicalCore(0, 5, 0, 0), new LogicalCore(1, 6, 1, 0)), Topology.of(groups, UNKNOWN, List.of()));
    }
}
