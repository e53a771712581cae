package coreloom.app;

import coreloom.workload.ShippedFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where profiles are: the folder that was given, else the one that came with the program. */
final class ProfileFolder {
    @Option(names = "--profiles", paramLabel = "DIR", description = "Folder of profiles (*.toml). Unless given, the one that came with the program.")
    private Path given;

    Path path() {
        return given != null ? given : shortened(ShippedFolder.path());
    }

    /** Relative to the current folder where it lies below: sentences about profiles are read by people. */
    private static Path shortened(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        return folder.isAbsolute() && folder.startsWith(here) ? here.relativize(folder) : folder;
    }
}
