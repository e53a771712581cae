package coreloom.history;

import java.util.List;
import java.util.Objects;

/**
 * The idle budgets of one interval.
 *
 * @param lanes      of each lane, in the order of the run; {@link IdleBudget#NONE} for one that was not measured throughout
 * @param machine    of the cores that the monitor may use, with the waits of all lanes that were measured throughout
 * @param machineAll the same of all such intervals so far
 */
public record Budgets(List<IdleBudget> lanes, IdleBudget machine, IdleBudget machineAll) {
    /** Nothing was measured. */
    public static final Budgets NONE = new Budgets(List.of(), IdleBudget.NONE, IdleBudget.NONE);

    public Budgets {
        lanes = List.copyOf(lanes);
        Objects.requireNonNull(machine);
        Objects.requireNonNull(machineAll);
    }
}
