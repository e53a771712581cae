package coreloom.app;

import coreloom.snapshot.Clock;
import coreloom.view.Command;
import coreloom.view.Surroundings.ProfileLabel;
import coreloom.workload.Conductor;
import coreloom.workload.LanePlan;
import coreloom.workload.Overrides;
import coreloom.workload.Profile;
import coreloom.workload.ProfileShelf;
import coreloom.workload.Refusal;
import coreloom.workload.Setting;
import java.util.List;
import java.util.Optional;

/** The load of profiles: runs one, switches to another, starts it anew when its file has been edited. Used by the session thread. */
final class ProfileLoad implements Load {
    private static final long LOOK_NANOS = 1_000_000_000L;

    private final Clock clock;
    private final ProfileShelf shelf;
    private final Conductor conductor;
    private final Optional<String> wanted;
    private Overrides overrides;
    private Optional<Profile> current = Optional.empty();
    private List<ProfileLabel> labels = List.of();
    private long nextLook;
    private boolean begun;
    private final Notices notices;
    private volatile String fatal = "";

    /**
     * Where profiles are taken from and who runs them.
     *
     * @param profiles  not refreshed yet: reading profiles takes a while, and the first frame comes before
     * @param conductor runs their lanes
     */
    record Shelf(ProfileShelf profiles, Conductor conductor) {}

    /**
     * @param notices   where it says what happened
     * @param wanted    name of the profile to begin with; empty for the first of the shelf
     */
    ProfileLoad(Clock clock, Notices notices, Shelf shelves, Optional<String> wanted, Overrides overrides) {
        this.clock = clock;
        this.notices = notices;
        this.shelf = shelves.profiles();
        this.conductor = shelves.conductor();
        this.wanted = wanted;
        this.overrides = overrides;
    }

    @Override
    public Step step() {
        if (!begun) {
            begin();
        } else if (clock.nanos() >= nextLook) {
            look();
        }
        coreloom.workload.Step step = conductor.step();
        long now = clock.nanos();
        long next = Math.min(step.nextNanos(), nextLook);
        return new Step(Math.max(0, next - now), step.boundary());
    }

    /** Reads the profiles and starts the wanted one. Where that cannot be, {@link #fatal} says why. */
    void begin() {
        if (begun) {
            return;
        }
        begun = true;
        shelf.refresh();
        nextLook = clock.nanos() + LOOK_NANOS;
        relabel();
        Optional<Profile> first = wanted.isPresent() ? shelf.named(wanted.get()) : shelf.profiles().stream().findFirst();
        if (first.isEmpty()) {
            fatal = wanted.isPresent() ? unknown(wanted.get()) : nothing();
        } else {
            try {
                start(first.get());
            } catch (Refusal e) {
                fatal = e.getMessage();
            }
        }
    }

    private String unknown(String name) {
        for (String trouble : shelf.troubles()) {
            if (shelf.profiles().isEmpty() || trouble.contains("/" + name + ".toml")) {
                return trouble;
            }
        }
        StringBuilder known = new StringBuilder();
        shelf.profiles().forEach(profile -> known.append(known.isEmpty() ? "" : ", ").append(profile.name()));
        return "There is no profile \"" + name + "\"; the profiles are " + known + ".";
    }

    private String nothing() {
        return shelf.troubles().isEmpty() ? "There is no profile to run; name a folder of profiles with --profiles." : shelf.troubles().get(0);
    }

    @Override
    public String fatal() {
        return fatal;
    }

    private void start(Profile profile) throws Refusal {
        conductor.start(profile, overrides);
        current = Optional.of(profile);
    }

    /** Starts a profile at the user's wish; what does not fit becomes a notice and the run goes on. */
    private void restart(Profile profile, String reason) {
        try {
            start(profile);
            notices.say(reason);
        } catch (Refusal e) {
            notices.say(e.getMessage());
        }
    }

    private void look() {
        nextLook = clock.nanos() + LOOK_NANOS;
        if (!shelf.refresh()) {
            return;
        }
        relabel();
        Optional<Profile> edited = current.flatMap(profile -> shelf.named(profile.name()));
        if (edited.isPresent() && !edited.equals(current)) {
            restart(edited.get(), edited.get().name() + " was edited: it runs anew.");
        }
    }

    private void relabel() {
        labels = shelf.profiles().stream().map(profile -> new ProfileLabel(profile.hotkey().orElse(0), profile.name())).toList();
    }

    @Override
    public void on(Command command) {
        if (command instanceof Command.StartProfile start) {
            Optional<Profile> chosen = shelf.withHotkey(start.hotkey());
            if (chosen.isPresent()) {
                switchTo(chosen.get());
            } else {
                notices.say("No profile has the key " + start.hotkey() + ".");
            }
        } else if (command instanceof Command.StepProfile by) {
            neighbour(by.by()).ifPresent(this::switchTo);
        } else if (command instanceof Command.ChangeWorkers change) {
            changeWorkers(change.by());
        }
    }

    /** Lane names and worker numbers were meant for the profile that was asked for; the length of a lane is meant for all. */
    private void switchTo(Profile profile) {
        boolean same = current.isPresent() && current.get().name().equals(profile.name());
        overrides = same ? overrides : new Overrides(java.util.OptionalInt.empty(), overrides.durationNanos(), List.of());
        restart(profile, "");
    }

    private Optional<Profile> neighbour(int by) {
        List<Profile> profiles = shelf.profiles();
        for (int i = 0; i < profiles.size(); i++) {
            if (current.isPresent() && profiles.get(i).name().equals(current.get().name())) {
                return Optional.of(profiles.get(Math.floorMod(i + by, profiles.size())));
            }
        }
        return profiles.stream().findFirst();
    }

    private void changeWorkers(int by) {
        if (current.isEmpty()) {
            return;
        }
        long most = overrides.workers().isPresent() ? overrides.workers().getAsInt()
                : current.get().lanes().stream().mapToLong(ProfileLoad::workers).max().orElse(1);
        Overrides before = overrides;
        overrides = overrides.withWorkers((int) most + by);
        try {
            start(current.get());
            notices.say("Now with " + (most + by) + (most + by == 1 ? " worker." : " workers."));
        } catch (Refusal e) {
            overrides = before;
            notices.say(e.getMessage());
        }
    }

    private static long workers(LanePlan lane) {
        return lane.settings().get(Setting.WORKERS);
    }

    @Override
    public boolean finished() {
        return begun && (!fatal.isEmpty() || conductor.finished());
    }

    @Override
    public List<ProfileLabel> labels() {
        return labels;
    }

    @Override
    public String source() {
        return "";
    }

    @Override
    public String trouble() {
        return shelf.troubles().isEmpty() ? "" : shelf.troubles().get(0);
    }

    /** What the lane measured across a stop is worth nothing: it begins anew. */
    @Override
    public void stoodStill() {
        if (begun && !finished()) {
            conductor.again();
            notices.say("Stopped for a while, so the lane that ran begins anew.");
        }
    }

    @Override
    public void close() {
        conductor.close();
    }
}
