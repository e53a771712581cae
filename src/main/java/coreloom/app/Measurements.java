package coreloom.app;

import coreloom.history.LaneSummary;
import coreloom.history.repeats.Repeats;
import coreloom.history.repeats.Run;
import coreloom.snapshot.Phase;
import coreloom.workload.variant.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the turns of a comparison or a sweep have given so far. */
final class Measurements {
    private final MeasuringPlan plan;
    private final List<Turn> turns;
    private final List<Integer> turnsOfLanes = new ArrayList<>();
    private final Map<Integer, LaneSummary> lanes = new HashMap<>();

    Measurements(MeasuringPlan plan) {
        this.plan = plan;
        this.turns = plan.turns();
    }

    MeasuringPlan plan() {
        return plan;
    }

    List<Turn> turns() {
        return turns;
    }

    /** That turn begins, perhaps once more. The conductor numbers lanes from 0 in the order in which they begin. */
    void began(int turn) {
        turnsOfLanes.add(turn);
    }

    /** Index of the turn that the lane with that id is. */
    int turnOf(int laneId) {
        return turnsOfLanes.get(laneId);
    }

    /** Takes in how lanes stand. */
    void see(List<LaneSummary> newest) {
        newest.forEach(lane -> lanes.put(turnOf(lane.lane().id()), lane));
    }

    /** The runs of that variant with that many workers. */
    Repeats repeats(Variant variant, int workers) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            if (turn.lane().variant() == variant && turn.lane().workers() == workers && counts(i)) {
                runs.add(new Run(turn.round(), lanes.get(i)));
            }
        }
        return new Repeats(variant.name(), workers, runs);
    }

    /** Whether that turn has given something: nothing went wrong, and where it was cut short at least half of its time was measured. */
    private boolean counts(int turn) {
        LaneSummary lane = lanes.get(turn);
        return lane != null && lane.measured() && !wentWrong(lane) && lane.throughput().isPresent()
                && lane.wallNanos() >= turns.get(turn).lane().durationNanos() / 2;
    }

    /** It failed, or went on without all of its processes. */
    private static boolean wentWrong(LaneSummary lane) {
        return lane.lane().phase() == Phase.FAILED || !lane.lane().trouble().isEmpty();
    }

    /** Number of turns that have given something. */
    int measured() {
        int count = 0;
        for (int i = 0; i < turns.size(); i++) {
            count += counts(i) ? 1 : 0;
        }
        return count;
    }

    /**
     * What went wrong, a sentence each. After an early end the newest two turns are left out: Ctrl-C reaches their processes too, perhaps
     * before us.
     */
    List<String> troubles(boolean early) {
        List<String> troubles = new ArrayList<>();
        int newest = lanes.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
        for (int i = 0; i <= newest; i++) {
            LaneSummary lane = lanes.get(i);
            if (lane != null && wentWrong(lane) && !(early && i >= newest - 1)) {
                troubles.add("Round " + turns.get(i).round() + ", " + MeasuringPlan.counted(turns.get(i).lane().workers(), "worker") + ": "
                        + lane.lane().trouble());
            }
        }
        return troubles;
    }
}
