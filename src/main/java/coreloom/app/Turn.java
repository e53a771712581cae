package coreloom.app;

import coreloom.workload.LanePlan;
import coreloom.workload.Profile;
import coreloom.workload.Setting;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * One lane of a comparison or a sweep, as one of its rounds runs it.
 *
 * @param round number of the round, from 1
 * @param lane  what runs
 */
record Turn(int round, LanePlan lane) {
    /** The lane as a profile of its own: earlier turns need not stay listed while it runs. */
    Profile profile(String name) {
        return new Profile(name, name, OptionalInt.empty(), List.of(lane));
    }

    /** How long it takes, starting and ending apart, ns. */
    long plannedNanos() {
        long before = lane.value(Setting.WARM_UP_MILLIS) + lane.value(Setting.BASELINE_MILLIS);
        return lane.durationNanos() + TimeUnit.MILLISECONDS.toNanos(before);
    }
}
