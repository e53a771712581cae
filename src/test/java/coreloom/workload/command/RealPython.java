package coreloom.workload.command;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The Python of this machine. */
public final class RealPython {
    private static final long LOOK_AGAIN_NANOS = 2_000_000;

    private RealPython() {}

    /** That of this version; where there is none the test is skipped. */
    public static Interpreter orSkip(String version) throws IOException {
        PythonWish wish = PythonWish.parse(version).orElseThrow();
        Path answers = Files.createTempFile("python", ".answers");
        try (InterpreterSearch search = new InterpreterSearch(wish, new InterpreterSearch.Surroundings(
                PythonWish.searchPath(System.getenv("PATH")), List.of(), answers))) {
            while (!search.step(System.nanoTime())) {
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
            assumeTrue(search.found().isPresent(), search.why());
            return search.found().get();
        }
    }
}
