package coreloom.app;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/**
 * Where profiles are: the folder that was given, else the one beside the program. A program that still lies in the source tree it was built
 * from uses the tree's own folder, so that edits count at once.
 */
final class ProfileFolder {
    @Option(names = "--profiles", paramLabel = "DIR", description = "Folder of profiles (*.toml). Unless given, the one that came with the program.")
    private Path given;

    Path path() {
        return given != null ? given : shortened(ofProgram());
    }

    /** Relative to the current folder where it lies below: sentences about profiles are read by people. */
    private static Path shortened(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        return folder.isAbsolute() && folder.startsWith(here) ? here.relativize(folder) : folder;
    }

    private static Path ofProgram() {
        Path home = Path.of(System.getProperty("coreloom.home", "."));
        Path tree = home.resolve("../..").normalize();
        boolean inTree = Files.exists(tree.resolve("pom.xml")) && Files.isDirectory(tree.resolve("profiles"));
        return (inTree ? tree : home).resolve("profiles");
    }
}
