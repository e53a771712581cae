package coreloom.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.Host;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThisHostTest {
    @Test
    void theKernelTellsNameAndVersion(@TempDir Path proc) throws Exception {
        Path kernel = Files.createDirectories(proc.resolve("sys/kernel"));
        Files.writeString(kernel.resolve("hostname"), "loom\n");
        Files.writeString(kernel.resolve("ostype"), "Linux\n");
        Files.writeString(kernel.resolve("osrelease"), "6.18.44\n");
        Host host = ThisHost.linux(proc, Map.of());
        assertEquals("loom", host.name());
        assertEquals("Linux 6.18.44", host.system());
        assertEquals("Java " + Runtime.version(), host.runtime());
        assertTrue(host.usableCores() > 0);
        assertEquals(List.of(), host.cores());
    }

    @Test
    void whatTheKernelHidesComesFromElsewhere(@TempDir Path proc) {
        assertEquals("from-env", ThisHost.linux(proc, Map.of("HOSTNAME", "from-env")).name());
        Host host = ThisHost.linux(proc, Map.of());
        assertEquals("this machine", host.name());
        assertEquals(System.getProperty("os.name") + " " + System.getProperty("os.version"), host.system());
    }

    @Test
    void otherSystemsTellTheirNameInTheEnvironment() {
        assertEquals("PC", ThisHost.elsewhere(Map.of("COMPUTERNAME", "PC", "HOSTNAME", "x")).name());
        assertEquals("x", ThisHost.elsewhere(Map.of("HOSTNAME", "x")).name());
        assertEquals("this machine", ThisHost.elsewhere(Map.of()).name());
    }
}
