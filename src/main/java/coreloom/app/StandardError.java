package coreloom.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where standard error goes. */
final class StandardError {
    private static final Path LINK = Path.of("/proc/self/fd/2");

    private StandardError() {}

    /** Whether it is a terminal; where the system does not tell, it is taken for a file, which any terminal shows well too. */
    static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(LINK).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }
}
