package coreloom.view;

/** What the view asks of the rest of the program. The view itself changes nothing but its own state. */
public sealed interface Command {
    /** Start the profile with that hotkey, 1 to 9. */
    record StartProfile(int hotkey) implements Command {}

    /** Start the next profile (+1) or the one before (−1), in the order of the hotkeys. */
    record StepProfile(int by) implements Command {}

    /** Start the run anew with that many workers more or fewer. */
    record ChangeWorkers(int by) implements Command {}

    /** Sample more often (−1) or less often (+1). */
    record ChangePeriod(int by) implements Command {}

    /** Begin to record, or end the recording. */
    record ToggleRecording() implements Command {}

    /** A note is being typed: it is about this moment. */
    record BeginNote() implements Command {}

    /** What was typed, perhaps nothing; marks the moment of {@link BeginNote}. */
    record Note(String text) implements Command {}

    /** Hold a replayed session, or let it go on; a live run is never held. */
    record HoldReplay(boolean hold) implements Command {}

    /** Read one more snapshot of a held replay. */
    record ReadNext() implements Command {}

    /** Play a replay faster (+1) or slower (−1). */
    record ChangePace(int by) implements Command {}

    /** Go on with a replay from there. */
    record Seek(SeekGoal goal) implements Command {}

    /** Align two sessions otherwise: at their beginnings or a mark (0), or the other one a second later (+1) or earlier (−1). */
    record Align(int by) implements Command {}

    /** Paint every cell anew. */
    record Repaint() implements Command {}

    /** End the program. */
    record Quit() implements Command {}
}
