package coreloom.view;

import java.time.LocalTime;

/** Where in a recorded session to go. */
public sealed interface SeekGoal {
    /** Its first snapshot. */
    record Start() implements SeekGoal {}

    /** Its last snapshot so far. */
    record End() implements SeekGoal {}

    /** That time of the session's own clock, ns. */
    record Nanos(long nanos) implements SeekGoal {}

    /** When it was that time of day last. */
    record TimeOfDay(LocalTime time) implements SeekGoal {}
}
