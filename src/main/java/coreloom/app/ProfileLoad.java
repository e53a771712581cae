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
    private String notice = "";
    private volatile String fatal = "";

    /**
     * @param shelf     has not been refreshed yet: reading profiles takes a while, and the first frame comes before
     * @param wanted    name of the profile to begin with; empty for the first of the shelf
     */
    ProfileLoad(Clock clock, ProfileShelf shelf, Conductor conductor, Optional<String> wanted, Overrides overrides) {
        this.clock = clock;
        this.shelf = shelf;
        this.conductor = conductor;
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
            if (trouble.contains(name + ".toml")) {
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
            notice = reason;
        } catch (Refusal e) {
            notice = e.getMessage();
        }
    }

    private void look() {
        nextLook = clock.nanos() + LOOK_NANOS;
        if (!shelf.refresh()) {
            return;
        }
        relabel();
        notice = shelf.troubles().isEmpty() ? "" : shelf.troubles().get(0);
        Optional<Profile> edited = current.flatMap(profile -> shelf.named(profile.name()));
        if (edited.isPresent() && !edited.equals(current)) {
            restart(edited.get(), notice.isEmpty() ? edited.get().name() + " was edited: it runs anew." : notice);
        }
    }

    private void relabel() {
        labels = shelf.profiles().stream().map(profile -> new ProfileLabel(profile.hotkey().orElse(0), profile.name())).toList();
        notice = shelf.troubles().isEmpty() ? notice : shelf.troubles().get(0);
    }

    @Override
    public void on(Command command) {
        if (command instanceof Command.StartProfile start) {
            Optional<Profile> chosen = shelf.withHotkey(start.hotkey());
            if (chosen.isPresent()) {
                switchTo(chosen.get());
            } else {
                notice = "No profile has the key " + start.hotkey() + ".";
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
            notice = "Now with " + (most + by) + (most + by == 1 ? " worker." : " workers.");
        } catch (Refusal e) {
            overrides = before;
            notice = e.getMessage();
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
    public String notice() {
        return notice;
    }

    @Override
    public void close() {
        conductor.close();
    }
}
