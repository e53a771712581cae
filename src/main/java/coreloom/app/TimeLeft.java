package coreloom.app;

import java.util.List;

/** How long the remaining turns will take: what is planned for them, and for each what the earlier ones took beyond their plan. */
final class TimeLeft {
    /** Starting a runtime and ending it, until the first turn has shown how long that takes here. */
    private static final long FIRST_GUESS_NANOS = 500_000_000L;

    private final List<Turn> turns;
    private int turn = -1;
    private long firstNanos;
    private long turnNanos;
    private long plannedBefore;

    TimeLeft(List<Turn> turns) {
        this.turns = turns;
    }

    /**
     * The time left.
     *
     * @param current index of the turn that runs
     * @param now     monotonic time, ns
     */
    long nanos(int current, long now) {
        if (turn < 0) {
            firstNanos = now;
        }
        if (current != turn) {
            turn = current;
            turnNanos = now;
            plannedBefore = turns.subList(0, current).stream().mapToLong(Turn::plannedNanos).sum();
        }
        long beyond = current == 0 ? FIRST_GUESS_NANOS : Math.max(0, turnNanos - firstNanos - plannedBefore) / current;
        long ahead = turns.subList(current, turns.size()).stream().mapToLong(each -> each.plannedNanos() + beyond).sum();
        return Math.max(0, ahead - (now - turnNanos));
    }
}
