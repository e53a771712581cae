package coreloom.gil;

import java.util.List;

/** A schedule for tests in steps: an actor goes on until it blocks or lets the others run; sleeps end by the model's time alone. */
final class HandTurnedClock implements Schedule {
    private final Model model;
    private int yielding = NOBODY;

    HandTurnedClock(Model model) {
        this.model = model;
    }

    /** Moves the time, then lets everybody else go on until none of them can; called by an actor. */
    void turn(long nanos) {
        model.advance(nanos);
        yielding = model.running();
        model.point("turns the clock by " + nanos + " ns");
        yielding = NOBODY;
    }

    @Override
    public Move choose(int running, List<Move> able, List<Move> asleep) {
        for (Move move : able) {
            if (move.actor() != yielding) {
                return move;
            }
        }
        for (Move move : asleep) {
            if (model.deadline(move.actor()) <= model.nanos()) {
                return move;
            }
        }
        return able.isEmpty() ? null : able.get(0);
    }
}
