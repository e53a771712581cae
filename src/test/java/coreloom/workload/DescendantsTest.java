package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.ProcessReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescendantsTest {
    private static final int ROOT = 10;

    @TempDir
    private Path proc;

    @BeforeEach
    void root() throws IOException {
        stat(ROOT, 1, 100);
    }

    private void stat(int pid, int parent, long start) throws IOException {
        FakeProcesses.stat(proc, pid, parent, "job", 'S', 1, start);
    }

    private Descendants descendants() {
        return new Descendants(proc, ROOT, 1000);
    }

    private static List<Integer> seen(Descendants descendants) {
        descendants.look();
        return descendants.readings().stream().map(ProcessReading::pid).toList();
    }

    @Test
    void aListOfTheKernelIsAskedOfEachThread() throws Exception {
        FakeProcesses.children(proc, ROOT, ROOT, 20);
        FakeProcesses.children(proc, ROOT, 11, 21, 22);
        FakeProcesses.children(proc, 21, 21, 23);
        for (int pid : List.of(20, 21, 22, 23)) {
            stat(pid, 1, 200);
        }
        Descendants descendants = descendants();
        assertEquals(List.of(20, 21, 22, 23), seen(descendants).stream().sorted().toList());
        List<ProcessReading> before = descendants.readings();
        descendants.look();
        assertSame(before, descendants.readings());
    }

    @Test
    void aThreadThatEndsMeanwhileHidesNoOther() throws Exception {
        FakeProcesses.children(proc, ROOT, ROOT);
        for (int tid = 11; tid < 20; tid++) {
            Files.createDirectories(proc.resolve(ROOT + "/task/" + tid));
        }
        FakeProcesses.children(proc, ROOT, 19, 20);
        stat(20, ROOT, 200);
        assertEquals(List.of(20), seen(descendants()));
    }

    @Test
    void withoutListsEveryProcessIsAskedForItsParentOnce() throws Exception {
        stat(20, ROOT, 200);
        stat(5, 20, 201);
        stat(30, 1, 202);
        Descendants descendants = descendants();
        assertEquals(List.of(20, 5), seen(descendants));
        stat(40, 5, 300);
        stat(41, 30, 300);
        assertEquals(List.of(20, 5, 40), seen(descendants));
    }

    @Test
    void whileNoIdIsGivenOutNobodyIsAsked() throws Exception {
        Path load = proc.resolve("loadavg");
        Files.writeString(load, "0.52 0.50 1.12 2/371 20\n");
        stat(20, ROOT, 200);
        Descendants descendants = descendants();
        assertEquals(List.of(20), seen(descendants));
        stat(21, ROOT, 200);
        assertEquals(List.of(20, 21), seen(descendants), "an id may be given out before its process is seen");
        stat(22, ROOT, 200);
        assertEquals(List.of(20, 21), seen(descendants));
        Files.writeString(load, "0.52 0.50 1.12 2/371 22\n");
        assertEquals(List.of(20, 21, 22), seen(descendants));
    }

    @Test
    void orphansStayKnown() throws Exception {
        stat(20, ROOT, 200);
        stat(21, 20, 201);
        Descendants descendants = descendants();
        assertEquals(List.of(20, 21), seen(descendants));
        FakeProcesses.stat(proc, 20, ROOT, "job", 'Z', 1, 200);
        stat(21, 1, 201);
        assertEquals(List.of(21), seen(descendants));
        stat(22, 21, 400);
        assertEquals(List.of(21, 22), seen(descendants));
    }

    @Test
    void childrenOfWhoeverReusesTheIdAreStrangers() throws Exception {
        Descendants descendants = descendants();
        stat(ROOT, 1, 101);
        stat(20, ROOT, 200);
        assertEquals(List.of(), seen(descendants));
    }

    @Test
    void readingTheListsOfVeryManyThreadsIsAvoided() throws Exception {
        FakeProcesses.stat(proc, ROOT, 1, "job", 'S', 4000, 100);
        FakeProcesses.children(proc, ROOT, ROOT, 20);
        stat(20, 1, 200);
        stat(21, ROOT, 201);
        assertEquals(List.of(21), seen(descendants()), "by its parent, not by the list");
    }

    @Test
    void aLookThatCostsMuchIsRare() throws Exception {
        Descendants cheap = new Descendants(proc, ROOT, 200_000_000);
        cheap.look();
        assertEquals(200_000_000, cheap.restNanos());
        for (int pid = 1000; pid < 2000; pid++) {
            stat(pid, ROOT, 200);
        }
        cheap.look();
        assertTrue(cheap.restNanos() > 1_000_000_000, cheap.restNanos() + " ns");
    }

    @Test
    void looksNoOftenerThanItsPeriod() throws Exception {
        Descendants descendants = new Descendants(proc, ROOT, 200_000_000);
        descendants.look(0);
        stat(20, ROOT, 200);
        descendants.look(199_999_999);
        assertEquals(List.of(), descendants.readings());
        descendants.look(200_000_000);
        assertEquals(1, descendants.readings().size());
    }

    @Test
    void adoptsWhatHadLeftItsParents() throws Exception {
        stat(20, 1, 200);
        stat(21, 20, 201);
        Descendants descendants = descendants();
        descendants.look();
        descendants.adopt(List.of(20, 99));
        assertEquals(20, descendants.readings().get(0).pid());
    }

    @Test
    void aMarkIsFoundInAnEnvironment() throws Exception {
        environment(20, "A=B\0CORELOOM_PROGRAM=run/lane\0C=D\0");
        environment(21, "CORELOOM_PROGRAM=run/lane");
        environment(22, "CORELOOM_PROGRAM=run/lane-2\0");
        environment(23, "XCORELOOM_PROGRAM=run/lane\0");
        Files.createDirectories(proc.resolve("24"));
        assertEquals(List.of(20, 21), new Marked("run/lane").bearers(proc).stream().sorted().toList());
    }

    private void environment(int pid, String text) throws IOException {
        Files.writeString(Files.createDirectories(proc.resolve(String.valueOf(pid))).resolve("environ"), text);
    }
}
