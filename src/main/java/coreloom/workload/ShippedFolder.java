package coreloom.workload;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of profiles that came with the program, and in it that of kernels. A program that still lies in the source tree it was built from
 * uses the tree's own folder, so that edits count at once.
 */
public final class ShippedFolder {
    private ShippedFolder() {}

    public static Path path() {
        Path home = Path.of(System.getProperty("coreloom.home", "."));
        Path tree = home.resolve("../..").normalize();
        boolean inTree = Files.exists(tree.resolve("pom.xml")) && Files.isDirectory(tree.resolve("profiles"));
        return (inTree ? tree : home).resolve("profiles").normalize();
    }
}
