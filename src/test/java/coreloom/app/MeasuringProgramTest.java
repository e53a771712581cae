package coreloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.workload.WorkerCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real comparisons and sweeps, short, as child processes. Nothing here depends on how fast they are. */
@Timeout(120)
class MeasuringProgramTest {
    private static final int ENDED_BY_TERM = 143;

    @TempDir
    private Path folder;
    private final List<Process> started = new ArrayList<>();

    private Process start(String... arguments) throws IOException {
        WorkerCommand ours = WorkerCommand.ours();
        List<String> command = new ArrayList<>(List.of(ours.java().toString(), "-cp", ours.classPath(), Main.class.getName()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectError(folder.resolve("err").toFile()).start();
        started.add(process);
        return process;
    }

    private static String out(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    @AfterEach
    void killWhatIsLeft() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void aComparisonIsOneDocument() throws Exception {
        Process process = start("compare", "cpu", "--variants", "threads,gil", "--workers", "2", "--duration", "200ms", "--warm-up", "50ms",
                "--repeats", "2", "--json");
        Map<?, ?> document = JsonTree.parse(out(process));
        assertEquals(0, process.waitFor(), err());
        List<?> variants = (List<?>) document.get("variants");
        assertEquals(2, variants.size());
        assertTrue(variants.stream().allMatch(variant -> ((List<?>) ((Map<?, ?>) variant).get("runs")).size() == 2), document.toString());
        assertTrue(err().contains("round 2 of 2, gil, 2 workers (4 of 4)"), err());
    }

    @Test
    void aSweepDrawsItsCurve() throws Exception {
        Path svg = folder.resolve("curve.svg");
        Process process = start("sweep", "io", "--variants", "threads", "--workers", "1..3", "--duration", "200ms", "--warm-up", "50ms",
                "--repeats", "1", "--ascii", "--svg", svg.toString());
        String text = out(process);
        assertEquals(0, process.waitFor(), err());
        assertTrue(text.contains("units/s") && text.contains("Amdahl     sigma"), text);
        assertTrue(text.contains("universal  no fit: it takes 4 different numbers of workers, and there are 3."), text);
        assertTrue(Files.readString(svg).endsWith("</svg>\n"));
    }

    @Test
    void aTerminatedComparisonPrintsWhatItHas() throws Exception {
        WorkerCommand ours = WorkerCommand.ours();
        Process process = new ProcessBuilder(ours.java().toString(), "-cp", ours.classPath(), Main.class.getName(), "compare", "cpu", "--variants",
                "threads", "--workers", "1", "--duration", "300ms", "--warm-up", "10ms", "--repeats", "20").start();
        started.add(process);
        awaitLine(process, "round 2 of 20");
        // Not by the process itself, which would close what we are about to read.
        process.toHandle().destroy();
        String text = out(process);
        assertEquals(ENDED_BY_TERM, process.waitFor(), text);
        assertTrue(text.contains("Ended early, after ") && text.contains(" of 20 turns."), text);
    }

    private static void awaitLine(Process process, String wanted) throws IOException {
        BufferedReader says = process.errorReader(StandardCharsets.UTF_8);
        String line = says.readLine();
        while (line != null && !line.contains(wanted)) {
            line = says.readLine();
        }
        assertTrue(line != null, "\"" + wanted + "\" is never said");
    }
}
