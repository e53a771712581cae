package coreloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coreloom.snapshot.Marker;
import coreloom.snapshot.Marker.Kind;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ScriptedMachine;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a live session is marked. */
class MarkersTest {
    private final Markers markers = new Markers();

    private static long second(int number) {
        return ScriptedMachine.FIRST_NANOS + number * 1_000_000_000L;
    }

    @Test
    void profilesAndLanesAreMarkedWhenTheyChangeAndOnlyThen() {
        List<Snapshot> run = ScriptedSource.cores(2).lasting(6)
                .at(0, machine -> machine.profile("cpu"))
                .at(0, machine -> machine.lane("threads", "threads", 2))
                .at(2, machine -> machine.lane("threads").phase(Phase.ENDED))
                .at(2, machine -> machine.lane("gil", "gil", 2).phase(Phase.WARM_UP))
                .at(4, machine -> machine.profile("io")).all();
        run.forEach(markers::mark);
        assertEquals(List.of(new Marker(Kind.PROFILE, second(0), "cpu"), new Marker(Kind.LANE_STARTED, second(0), "threads")), run.get(0).markers());
        assertEquals(List.of(), run.get(1).markers());
        assertEquals(List.of(new Marker(Kind.LANE_ENDED, second(2), "threads"), new Marker(Kind.LANE_STARTED, second(2), "gil")), run.get(2).markers());
        assertEquals(List.of(new Marker(Kind.LANE_ENDED, second(4), "gil"), new Marker(Kind.PROFILE, second(4), "io")), run.get(4).markers());
        assertEquals(List.of(), run.get(5).markers());
    }

    @Test
    void aLaneThatVanishesWhileItRunsHasEnded() {
        Snapshot first = ScriptedSource.cores(1).lasting(1).at(0, machine -> machine.lane("gil", "gil", 1)).all().get(0);
        Snapshot second = ScriptedSource.cores(1).lasting(2).all().get(1);
        markers.mark(first);
        markers.mark(second);
        assertEquals(List.of(new Marker(Kind.LANE_ENDED, second.monotonicNanos(), "gil")), second.markers());
    }

    @Test
    void aNoteIsToldOnce() {
        List<Snapshot> run = ScriptedSource.cores(1).lasting(2).all();
        markers.note("here", 5);
        run.forEach(markers::mark);
        assertEquals(List.of(new Marker(Kind.NOTE, 5, "here")), run.get(0).markers());
        assertEquals(List.of(), run.get(1).markers());
    }
}
