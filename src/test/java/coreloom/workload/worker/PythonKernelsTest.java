package coreloom.workload.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import coreloom.telemetry.WorkerPage;
import coreloom.workload.command.RealPython;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A kernel in real Python computes what the interpreted one of its name does. */
@Timeout(60)
class PythonKernelsTest {
    private static final int UNITS = 5;
    private static final String SIZES = "--unit-steps 300 --critical-steps 20 --outside-steps 50 --latency-micros 100 --extension-bytes 3000 --operation-micros 100 --seed 7";
    private static final Path PYTHON = Path.of("profiles", "python");

    @TempDir
    private Path folder;

    /** The kernels that are there in both languages. */
    static List<String> kernels() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("profiles", "kernels"))) {
            return files.map(file -> file.getFileName().toString().replace(".pyasm", ""))
                    .filter(name -> Files.exists(PYTHON.resolve("kernels").resolve(name + ".py"))).sorted().toList();
        }
    }

    @Test
    void thereAreSuch() throws IOException {
        assertFalse(kernels().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void givesTheSameAsTheInterpretedOne(String name) throws Exception {
        assertEquals(interpreted(name), real(name));
    }

    private List<Long> interpreted(String name) throws IOException {
        Path file = Path.of("profiles", "kernels", name + ".pyasm");
        WorkerOptions options = WorkerOptions.read(("--page " + folder.resolve("page") + " --threads 1 --first 0 --discipline free "
                + "--kernel " + file + " --answers " + folder.resolve("socket") + " " + SIZES).split(" "));
        Asking.begin(options);
        WorkerPage page = new WorkerPage(options.page(), 1, 1);
        Context context = Discipline.of(options, System::nanoTime, () -> false).context(page.slot(0));
        Kernel kernel = Kernel.family(options, System::nanoTime).kernel(0);
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < UNITS; i++) {
            values.add(kernel.unit(context));
        }
        return values;
    }

    private static List<Long> real(String name) throws IOException {
        List<String> line = new ArrayList<>(List.of(RealPython.orSkip("3").path().toString(), "-E", "-s", "-B", PYTHON.resolve("run.py").toString(),
                "--kernel", name, "--results", String.valueOf(UNITS)));
        line.addAll(List.of(SIZES.split(" ")));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.lines().map(Long::valueOf).toList();
    }
}
