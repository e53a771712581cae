package coreloom.workload.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import coreloom.telemetry.WorkerPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void aKernelGivesTheSameUnderEveryDiscipline(Kernel.Kind kind) throws IOException {
        Set<List<Long>> results = new HashSet<>();
        for (Discipline.Kind rule : Discipline.Kind.values()) {
            results.add(threeUnits(kind, rule));
        }
        assertEquals(1, results.size(), "values of three units by discipline: " + results);
        List<Long> values = results.iterator().next();
        assertNotEquals(values.get(0), values.get(1), "a unit goes on from the one before");
    }

    private List<Long> threeUnits(Kernel.Kind kind, Discipline.Kind rule) throws IOException {
        WorkerPage page = new WorkerPage(directory.resolve(kind + "-" + rule), 1, 1);
        Context context = Discipline.of(rule, 5_000, System::nanoTime).context(page.slot(0));
        Kernel kernel = Kernel.family(new KernelOptions(kind, 100, 0, 10, 50), 1, System::nanoTime).kernel(0);
        List<Long> values = new ArrayList<>();
        context.enter();
        for (int i = 0; i < 3; i++) {
            values.add(kernel.unit(context));
        }
        context.leave();
        return values;
    }
}
