package coreloom.sampler.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("machine")
@EnabledOnOs(value = OS.LINUX, disabledReason = "/proc is there on Linux only")
class ProcFileTest {
    private final ProcText text = new ProcText();

    @ParameterizedTest
    @ValueSource(strings = {"stat", "schedstat"})
    void aKeptFileOfAThreadThatHasGoneTellsSo(String name) throws Exception {
        Process child = new ProcessBuilder("cat").start();
        try (ProcFile file = new ProcFile(Path.of("/proc/" + child.pid() + "/task/" + child.pid() + "/" + name), new OpenFiles(1))) {
            assertEquals(Outcome.READ, file.read(text));
            assertTrue(file.kept());
            child.destroyForcibly().onExit().join();
            assertEquals(Outcome.GONE, file.read(text));
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void aFileOfNobodyTellsSo() {
        try (ProcFile file = new ProcFile(Path.of("/proc/0/stat"), new OpenFiles(1))) {
            assertEquals(Outcome.GONE, file.read(text));
        }
    }
}
