package coreloom.workload.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastWordsTest {
    @Test
    void aFailureIsOneLineAndExitCodeOne() throws InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<Integer> codes = new ArrayList<>();
        Thread worker = new Thread(() -> {
            throw new IllegalStateException("no\n\u001b[31mmore");
        }, "worker-3");
        worker.setUncaughtExceptionHandler(new LastWords(new PrintStream(said, true, StandardCharsets.UTF_8), codes::add));
        worker.start();
        worker.join();
        assertEquals("coreloom worker: worker-3 failed: java.lang.IllegalStateException: no [31mmore" + System.lineSeparator(),
                said.toString(StandardCharsets.UTF_8));
        assertEquals(List.of(1), codes);
    }
}
