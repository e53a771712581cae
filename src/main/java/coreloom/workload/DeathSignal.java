package coreloom.workload;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The command that makes a process end with the thread that started it: setpriv of util-linux, by the kernel's parent-death signal.
 * Where it is missing, a worker still ends when its standard input does.
 */
final class DeathSignal {
    private static final int PATIENCE_SECONDS = 2;
    private static final List<String> PREFIX = find();

    private DeathSignal() {}

    /** What to put in front of a command; empty where the system does not offer it. Tried out once. */
    static List<String> prefix() {
        return PREFIX;
    }

    private static List<String> find() {
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "/usr/bin:/bin" : path).split(File.pathSeparator)) {
            Path setpriv = Path.of(folder.isEmpty() ? "." : folder, "setpriv");
            if (Files.isExecutable(setpriv)) {
                List<String> prefix = List.of(setpriv.toAbsolutePath().toString(), "--pdeathsig", "KILL");
                return works(prefix) ? prefix : List.of();
            }
        }
        return List.of();
    }

    /** Small systems have a setpriv that does not know the option. */
    private static boolean works(List<String> prefix) {
        List<String> trial = List.of(prefix.get(0), prefix.get(1), prefix.get(2), prefix.get(0), "--version");
        try {
            Process process = new ProcessBuilder(trial).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start();
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
