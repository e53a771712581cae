package coreloom.app;

import coreloom.workload.Profile;
import coreloom.workload.ProfileReader;
import coreloom.workload.ProfileShelf;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the profiles. */
@Command(name = "profiles", mixinStandardHelpOptions = true, description = {
    "Lists the profiles with their hotkeys, what each shows, and its lanes; then what is wrong with the others.", ""},
    footer = {"", "Exit codes: 0 every file is a good profile; 2 at least one is not."})
final class ProfilesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ProfileFolder folder;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ProfileShelf shelf = new ProfileShelf(folder.path(), new ProfileReader(Runtime.getRuntime().availableProcessors()));
        shelf.refresh();
        for (Profile profile : shelf.profiles()) {
            String key = profile.hotkey().isPresent() ? Integer.toString(profile.hotkey().getAsInt()) : " ";
            out.println(String.format(Locale.ROOT, "%s  %-12s %s", key, profile.name(), profile.title()));
            out.println("                lanes: " + profile.lanes().stream().map(lane -> lane.name()).collect(Collectors.joining(", ")));
        }
        shelf.troubles().forEach(trouble -> spec.commandLine().getErr().println("coreloom: " + trouble));
        return shelf.troubles().isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }
}
