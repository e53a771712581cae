package coreloom.app;

import coreloom.snapshot.Clock;
import coreloom.workload.CommandStarter;
import coreloom.workload.LanePlan;
import coreloom.workload.Preparation;
import coreloom.workload.Profile;
import coreloom.workload.ProfileReader;
import coreloom.workload.ProfileShelf;
import coreloom.workload.Refusal;
import coreloom.workload.command.Command;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the profiles. */
@CommandLine.Command(name = "profiles", mixinStandardHelpOptions = true, description = {
    "Lists the profiles with their hotkeys, what each shows, its lanes, and which interpreter its lanes of real Python find; "
        + "then what is wrong with the others.", "",
    "A lane that is n/a lacks its interpreter on this machine: it is passed over when the profile runs, and the others run.", ""},
    footer = {"", "Exit codes: 0 every file is a good profile; 2 at least one is not."})
final class ProfilesCommand implements Callable<Integer> {
    private static final String MARGIN = " ".repeat(16);
    private static final long LOOK_AGAIN_NANOS = 2_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProfileFolder folder;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ProfileShelf shelf = new ProfileShelf(folder.path(), new ProfileReader(Runtime.getRuntime().availableProcessors()));
        shelf.refresh();
        try (CommandStarter starter = new CommandStarter()) {
            for (Profile profile : shelf.profiles()) {
                print(out, profile, starter);
            }
        }
        shelf.troubles().forEach(trouble -> spec.commandLine().getErr().println("coreloom: " + trouble));
        return shelf.troubles().isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }

    private static void print(PrintWriter out, Profile profile, CommandStarter starter) {
        String key = profile.hotkey().isPresent() ? Integer.toString(profile.hotkey().getAsInt()) : " ";
        out.println(String.format(Locale.ROOT, "%s  %-12s %s", key, profile.name(), profile.title()));
        out.println(MARGIN + "lanes: " + profile.lanes().stream().map(LanePlan::name).collect(Collectors.joining(", ")));
        for (LanePlan lane : profile.lanes()) {
            String note = note(starter.prepare(lane));
            if (!note.isEmpty()) {
                out.println(MARGIN + lane.name() + ": " + note);
            }
        }
    }

    /** What a start of that lane would find, waited for here; empty where it needs nothing. */
    private static String note(Preparation preparation) {
        Clock clock = new SystemClock();
        try (preparation) {
            Optional<LanePlan> ready = preparation.step(clock.nanos());
            while (ready.isEmpty()) {
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
                ready = preparation.step(clock.nanos());
            }
            return ready.get().variant() instanceof Command found ? found.label() : "";
        } catch (Refusal notHere) {
            return "n/a: " + notHere.getMessage();
        }
    }
}
