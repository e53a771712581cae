package coreloom.workload.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelThreadTest {
    @TempDir
    private Path proc;

    @Test
    void isTheLastPartOfTheLink() throws IOException {
        Files.createSymbolicLink(proc.resolve("thread-self"), Path.of("71/task/94"));
        assertEquals(94, KernelThread.id(proc));
    }

    @Test
    void isZeroWhereThereIsNoLink() throws IOException {
        assertEquals(0, KernelThread.id(proc));
        Files.createFile(proc.resolve("thread-self"));
        assertEquals(0, KernelThread.id(proc));
    }

    @Test
    void isZeroWhereTheLinkSaysSomethingElse() throws IOException {
        Files.createSymbolicLink(proc.resolve("thread-self"), Path.of("elsewhere"));
        assertEquals(0, KernelThread.id(proc));
    }
}
