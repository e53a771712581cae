package coreloom.workload;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What a person asked for in place of what the profile says.
 *
 * @param workers       workers of every lane
 * @param durationNanos how long each lane is measured; 0 means until stopped
 * @param lanes         names of the lanes to run, in that order; empty means all
 */
public record Overrides(OptionalInt workers, OptionalLong durationNanos, List<String> lanes) {
    public static final Overrides NONE = new Overrides(OptionalInt.empty(), OptionalLong.empty(), List.of());

    public Overrides {
        Objects.requireNonNull(workers);
        Objects.requireNonNull(durationNanos);
        lanes = List.copyOf(lanes);
    }

    /** The same with another number of workers. */
    public Overrides withWorkers(int number) {
        return new Overrides(OptionalInt.of(number), durationNanos, lanes);
    }

    /**
     * The profile with these put in.
     *
     * @throws Refusal for a lane that the profile has not, or a number out of its range
     */
    public Profile appliedTo(Profile profile) throws Refusal {
        check();
        List<LanePlan> chosen = new ArrayList<>();
        for (LanePlan lane : chosenFrom(profile)) {
            chosen.add(applied(lane));
        }
        return new Profile(profile.name(), profile.title(), profile.hotkey(), chosen);
    }

    private void check() throws Refusal {
        if (workers.isPresent() && !Setting.WORKERS.allows(workers.getAsInt())) {
            throw new Refusal("The number of workers " + Setting.WORKERS.rule() + ", but is " + workers.getAsInt() + ".");
        }
        if (durationNanos.isPresent() && durationNanos.getAsLong() < 0) {
            throw new Refusal("The duration must be 0 (until stopped) or more, but is below 0.");
        }
    }

    private List<LanePlan> chosenFrom(Profile profile) throws Refusal {
        if (lanes.isEmpty()) {
            return profile.lanes();
        }
        List<LanePlan> chosen = new ArrayList<>();
        for (String name : lanes) {
            LanePlan lane = laneOf(profile, name);
            if (!chosen.contains(lane)) {
                chosen.add(lane);
            }
        }
        return chosen;
    }

    private static LanePlan laneOf(Profile profile, String name) throws Refusal {
        for (LanePlan lane : profile.lanes()) {
            if (lane.name().equals(name)) {
                return lane;
            }
        }
        String known = profile.lanes().stream().map(LanePlan::name).collect(Collectors.joining(", "));
        throw new Refusal("Profile " + profile.name() + " has no lane \"" + name + "\"; its lanes are " + known + ".");
    }

    private LanePlan applied(LanePlan lane) {
        Map<Setting, Long> settings = new EnumMap<>(lane.settings());
        workers.ifPresent(number -> settings.put(Setting.WORKERS, (long) number));
        return lane.with(durationNanos.orElse(lane.durationNanos()), settings);
    }
}
