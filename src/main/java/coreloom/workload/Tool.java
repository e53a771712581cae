package coreloom.workload;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A small program of the system that we put in front of a command.
 *
 * @param path where it is, absolute
 */
record Tool(Path path) {
    private static final int PATIENCE_SECONDS = 2;

    /** The first program of that name on the PATH. */
    static Optional<Tool> named(String name) {
        String path = System.getenv("PATH");
        return named(name, path == null ? "/usr/bin:/bin" : path);
    }

    static Optional<Tool> named(String name, String searched) {
        for (String folder : searched.split(File.pathSeparator)) {
            Path program = Path.of(folder.isEmpty() ? "." : folder, name);
            if (Files.isExecutable(program) && Files.isRegularFile(program)) {
                return Optional.of(new Tool(program.toAbsolutePath()));
            }
        }
        return Optional.empty();
    }

    /** Its command line with those arguments. */
    List<String> with(String... arguments) {
        List<String> line = new ArrayList<>(List.of(path.toString()));
        line.addAll(List.of(arguments));
        return line;
    }

    /** Whether that command ends with 0, and soon. Nothing that it writes is seen. */
    static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
