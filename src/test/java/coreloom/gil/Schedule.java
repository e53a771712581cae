package coreloom.gil;

import java.util.List;

/** Decides, at each point of a {@link Model}, who moves next. */
interface Schedule {
    /** No actor has moved yet. */
    int NOBODY = -1;

    /**
     * @param running the actor that moved last
     * @param able    actors that can move by themselves, the running one first
     * @param asleep  actors that could move only if their sleep ended early: by its time, or for no reason
     * @return null when nobody is to move any more, which ends the run as a failure
     */
    Move choose(int running, List<Move> able, List<Move> asleep);

    /** @param early whether the actor's sleep ends without a wake-up */
    record Move(int actor, boolean early) {}
}
