package coreloom.workload;

import coreloom.workload.command.PythonWish;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Programs of this machine: a name is looked for as a shell does, a path is taken from the folder that the monitor runs in. */
final class Programs {
    private Programs() {}

    /** Why that program cannot be started, as a clause; empty where it can. */
    static Optional<String> missing(String program) {
        if (program.contains("/")) {
            return runs(program) ? Optional.empty() : Optional.of("which is no file that may be run");
        }
        boolean found = !program.isBlank() && PythonWish.searchPath(System.getenv("PATH")).stream().anyMatch(folder -> runs(folder + "/" + program));
        return found ? Optional.empty() : Optional.of("but there is no such program on PATH; install it or give its path");
    }

    private static boolean runs(String program) {
        try {
            return Files.isRegularFile(Path.of(program)) && Files.isExecutable(Path.of(program));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
