package coreloom.history;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.WaitKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a lane did, as a test has written it down. */
public record ScriptedSummary(int laneId, String variant, int workers, double throughput, double lockWait) {
    private static final long SECOND = 1_000_000_000L;

    /** Ran to its end: a second measured. */
    public LaneSummary ended() {
        return of(Phase.ENDED, SECOND, "");
    }

    /** Failed after a second. */
    public LaneSummary failed(String trouble) {
        return of(Phase.FAILED, SECOND, trouble);
    }

    /** Was cut short after that long. */
    public LaneSummary cutAfter(long nanos) {
        return of(Phase.MEASURED, nanos, "");
    }

    private LaneSummary of(Phase phase, long wallNanos, String trouble) {
        double[] waits = new double[WaitKind.COUNT];
        waits[WaitKind.INTERPRETER_LOCK.ordinal()] = lockWait;
        return new LaneSummary(new LaneReading(laneId, variant, variant, workers, phase, 0, SECOND, List.of(), trouble), wallNanos,
                OptionalDouble.of(workers * (1 - lockWait)), OptionalDouble.of(throughput), OptionalDouble.of(throughput / 1000),
                OptionalDouble.of(1 - lockWait), OptionalDouble.of(0.01), LaneSummary.WaitShares.of(waits), OptionalLong.empty(),
                OptionalLong.empty(), OptionalDouble.of(0), workers, Optional.empty(), SeenLocks.NONE, LaneSummary.Collections.NONE, IdleBudget.NONE,
                OptionalDouble.of(0));
    }
}
