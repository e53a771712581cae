package coreloom.history;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the idle budgets of all lanes of a run and of the machine. Only intervals that lie in the measured phase of a lane count for it. */
final class BudgetBook {
    private final int usableCores;
    private final DemandReader reader = new DemandReader();
    private final OfferedTime cores = new OfferedTime();
    private final LaneLimits limits = new LaneLimits();
    private final LaneLimits allLimits = new LaneLimits();
    private final Demand demand = new Demand();
    private final Demand allDemand = new Demand();
    private final BudgetFill fill = new BudgetFill();
    private final BudgetAccount machine = new BudgetAccount();
    private final Map<Integer, BudgetAccount> lanes = new HashMap<>();
    private final Map<Integer, EvidenceAccount> evidence = new HashMap<>();

    /** @param usableCores most cores that the monitor may use */
    BudgetBook(int usableCores) {
        this.usableCores = usableCores;
    }

    /** Takes in the interval between two snapshots. */
    Budgets add(Snapshot earlier, Snapshot later) {
        long wall = later.monotonicNanos() - earlier.monotonicNanos();
        lanes.keySet().removeIf(id -> Rows.lane(later.lanes(), id) == null);
        evidence.keySet().retainAll(lanes.keySet());
        allDemand.clear();
        allLimits.clear();
        boolean any = false;
        for (int i = 0; i < later.lanes().size(); i++) {
            any |= add(earlier, later, later.lanes().get(i), wall);
        }
        if (any) {
            cores.read(earlier.cores(), later.cores(), List.of(), usableCores, allLimits);
            fill.fill(cores, allDemand, allLimits.throttledNanos(), wall);
            machine.add(fill.parts(), wall, BudgetEvidence.NONE);
        } else {
            machine.pause();
        }
        return budgets(later.lanes());
    }

    private boolean add(Snapshot earlier, Snapshot later, LaneReading lane, long wall) {
        BudgetAccount account = lanes.computeIfAbsent(lane.id(), id -> new BudgetAccount());
        LaneReading before = Rows.lane(earlier.lanes(), lane.id());
        if (before == null || before.phase() != Phase.MEASURED || lane.phase() != Phase.MEASURED
                || account.presence().lost(earlier, before, later, lane)) {
            account.pause();
            return false;
        }
        reader.read(demand, earlier, later, lane);
        limits.clear();
        limits.add(earlier, later, lane);
        cores.read(earlier.cores(), later.cores(), lane.cores(), usableCores, limits);
        fill.fill(cores, demand, limits.throttledNanos(), wall);
        EvidenceAccount beside = evidence.computeIfAbsent(lane.id(), id -> new EvidenceAccount());
        beside.add(fill, cores, demand, limits, wall);
        account.add(fill.parts(), wall, beside.evidence());
        allDemand.add(demand);
        allLimits.add(earlier, later, lane);
        return true;
    }

    private Budgets budgets(List<LaneReading> readings) {
        List<IdleBudget> newest = new ArrayList<>(readings.size());
        for (int i = 0; i < readings.size(); i++) {
            newest.add(lanes.get(readings.get(i).id()).newest());
        }
        return new Budgets(newest, machine.newest(), machine.all());
    }

    /** What is known of that lane so far. */
    IdleBudget of(int laneId) {
        BudgetAccount account = lanes.get(laneId);
        return account == null ? IdleBudget.NONE : account.all();
    }

    /** What is known of the machine so far. */
    IdleBudget machine() {
        return machine.all();
    }
}
