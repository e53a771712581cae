package coreloom.workload.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.telemetry.Stage;
import coreloom.telemetry.TelemetryPage;
import coreloom.telemetry.WorkerPage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
    @TempDir
    private Path directory;
    private TelemetryPage page;
    private Gate gate;

    @BeforeEach
    void build() throws IOException {
        page = TelemetryPage.create(directory.resolve("page"), 2);
        gate = new Gate(new WorkerPage(directory.resolve("page"), 2, 1), 2);
    }

    @Test
    void isReadyWhenTheLastHasWarmedUp() {
        gate.warm();
        assertEquals(Stage.WARMING_UP, page.stage());
        assertTrue(gate.warmingUp());
        gate.warm();
        assertEquals(Stage.READY, page.stage());
        assertFalse(gate.warmingUp());
        assertFalse(gate.open(0), "parked until told");
    }

    @Test
    void letsTheFirstRunAloneThenAll() throws InterruptedException {
        warmUp();
        gate.obey('b');
        assertTrue(gate.awaitTurn(0));
        assertFalse(gate.open(1));
        assertEquals(Stage.RUNNING, page.stage());
        gate.obey('r');
        assertTrue(gate.awaitTurn(1));
        assertTrue(gate.open(0));
    }

    @Test
    void ignoresWhatItDoesNotKnow() {
        warmUp();
        gate.obey('x');
        gate.obey('\n');
        gate.obey(0xff);
        assertEquals(Stage.READY, page.stage());
        assertFalse(gate.open(0));
    }

    @Test
    void keepsAnOrderUntilAllHaveWarmedUp() throws InterruptedException {
        gate.warm();
        gate.obey('r');
        assertFalse(gate.open(0), "the other one is still warming up");
        gate.warm();
        assertEquals(Stage.RUNNING, page.stage());
        assertTrue(gate.awaitTurn(0));
    }

    @Test
    void stopsForGoodAndSaysSoWhenTheLastHasLeft() throws InterruptedException {
        warmUp();
        gate.obey('r');
        gate.obey('s');
        gate.obey('r');
        assertFalse(gate.awaitTurn(0));
        assertFalse(gate.leave());
        assertEquals(Stage.RUNNING, page.stage());
        assertFalse(gate.awaitTurn(1));
        assertTrue(gate.leave());
        assertEquals(Stage.STOPPED, page.stage());
    }

    @Test
    void stopEndsTheWarmUp() throws InterruptedException {
        gate.obey('s');
        assertFalse(gate.warmingUp());
        warmUp();
        assertFalse(gate.awaitTurn(0));
    }

    @Test
    void tellsWhenWhatMayRunHasChanged() {
        StringBuilder told = new StringBuilder();
        gate.onOrder(() -> told.append(gate.open(0)).append(' '));
        gate.obey('r');
        assertEquals("", told.toString(), "nothing changes before all have warmed up");
        warmUp();
        gate.obey('s');
        assertEquals("true false ", told.toString());
    }

    private void warmUp() {
        gate.warm();
        gate.warm();
    }
}
