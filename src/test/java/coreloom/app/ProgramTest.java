package coreloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coreloom.workload.WorkerCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real program as a child process, with real load. Nothing here depends on how fast it is. */
@Timeout(120)
class ProgramTest {
    private static final Path PROC = Path.of("/proc");
    private static final long LOOK_AGAIN_NANOS = 5_000_000;
    private static final Set<String> LANE_KEYS = Set.of("name", "variant", "workers", "wallSeconds", "effectiveCores", "briefCores", "throughput",
            "speedUp", "lockWaitShare", "runDelayShare", "waitP50Micros", "waitP99Micros", "handoffsPerSecond", "finding");

    @TempDir
    private Path folder;
    private final List<Process> started = new ArrayList<>();

    /** What a run that has ended left behind. */
    private record Ending(int code, String out, String err) {}

    private Process start(String... arguments) throws IOException {
        WorkerCommand ours = WorkerCommand.ours();
        List<String> command = new ArrayList<>(List.of(ours.java().toString(), "-cp", ours.classPath(), Main.class.getName()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        started.add(process);
        return process;
    }

    /** Reads what is said on both streams, which are short, until the program ends. */
    private static Ending end(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the program does not end");
        return new Ending(process.exitValue(), out, err);
    }

    @AfterEach
    void killWhatIsLeft() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void aRunIsOneDocumentAndItsRecordingReplaysToTheSame() throws Exception {
        Path file = folder.resolve("run.jsonl");
        Process run = start("run", "cpu", "--headless", "--duration", "300ms", "--workers", "2", "--lanes", "threads,gil", "--json",
                "--record", file.toString());
        Ending live = end(run);
        assertEquals(0, live.code(), live.err());
        assertEquals(List.of(), workersOf(run.pid()));
        Map<?, ?> document = JsonTree.parse(live.out());
        assertTrue(document.keySet().containsAll(Set.of("schema", "host", "profile", "lanes")), live.out());
        List<?> lanes = (List<?>) document.get("lanes");
        assertEquals(List.of("threads", "gil"), lanes.stream().map(lane -> ((Map<?, ?>) lane).get("name")).toList());
        lanes.forEach(lane -> assertTrue(((Map<?, ?>) lane).keySet().containsAll(LANE_KEYS), live.out()));

        Ending replayed = end(start("replay", file.toString(), "--headless", "--json"));
        assertEquals(0, replayed.code(), replayed.err());
        assertEquals(lanes, JsonTree.parse(replayed.out()).get("lanes"), "what was recorded comes to what was printed live");
    }

    @Test
    void aProgramThatIsStartedHasItsOutputAndItsExitCode() throws Exception {
        Ending ending = end(start("exec", "--headless", "--", "sh", "-c", "echo hello; echo trouble >&2; exit 3"));
        assertEquals(3, ending.code(), ending.err());
        assertEquals("hello\n", ending.out(), "standard output is the program's alone");
        assertTrue(ending.err().contains("trouble\n") && ending.err().contains("exit code 3"), ending.err());
    }

    @Test
    void whatAProgramWritesGoesToTheFileThatWasNamed() throws Exception {
        Path file = folder.resolve("out");
        Ending ending = end(start("exec", "--headless", "--json", "--output", file.toString(), "--", "sh", "-c", "echo hello; kill -TERM $$"));
        assertEquals(128 + 15, ending.code(), ending.err());
        assertEquals("hello\n", Files.readString(file));
        Map<?, ?> lane = (Map<?, ?>) ((List<?>) JsonTree.parse(ending.out()).get("lanes")).get(0);
        assertEquals("sh", lane.get("name"));
        assertEquals("command", lane.get("variant"));
    }

    @Test
    void wordsOfAProgramReachItUnchanged() throws Exception {
        Ending ending = end(start("exec", "--headless", "--", "printf", "%s|", "{workers}", "-4", "a b", ""));
        assertEquals(0, ending.code(), ending.err());
        assertEquals("{workers}|-4|a b||", ending.out());
    }

    @Test
    void aProgramIsWatchedUntilTheLastOfWhatItStartedHasEnded() throws Exception {
        Path session = folder.resolve("session.jsonl");
        Process exec = start("exec", "--headless", "--json", "--output", folder.resolve("out").toString(), "--record", session.toString(),
                "--period", "100ms", "--", "sh", "-c", "sleep 1000 & echo $!; exit 7");
        awaitText(session, "It ended with exit code 7; a process that it has started goes on.");
        ProcessHandle left = ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("out")).strip())).orElseThrow();
        assertTrue(exec.isAlive() && left.isAlive(), "the program has ended, what it started has not");
        left.destroy();
        Ending ending = end(exec);
        assertEquals(7, ending.code(), ending.err());
        Map<?, ?> lane = (Map<?, ?>) ((List<?>) JsonTree.parse(ending.out()).get("lanes")).get(0);
        assertEquals("It ended with exit code 7; what it had started went on for a while.", lane.get("note"));
    }

    @Test
    void aWatchedProgramIsWatchedWithWhatItStartedUntilTheLastHasEnded() throws Exception {
        assumeTrue(Files.exists(PROC.resolve("self/stat")), "watching a running process needs /proc");
        Process program = new ProcessBuilder("sh", "-c", "sleep 1000 & echo up; wait").start();
        started.add(program);
        program.inputReader(StandardCharsets.UTF_8).readLine();
        ProcessHandle child = program.toHandle().children().findFirst().orElseThrow();
        Path session = folder.resolve("session.jsonl");
        Process attach = start("attach", String.valueOf(program.pid()), "--headless", "--json", "--period", "100ms", "--record",
                session.toString());
        awaitText(session, "\"pid\":" + child.pid());
        program.destroyForcibly().waitFor();
        awaitText(session, " has ended; a process that it has started goes on.");
        child.destroy();
        Ending ending = end(attach);
        assertEquals(0, ending.code(), ending.err());
        assertTrue(JsonTree.parse(ending.out()).get("lanes") instanceof List<?> lanes && lanes.size() == 1, ending.out());
    }

    @Test
    void aProcessThatIsNotThereIsOneSentence() throws Exception {
        Ending ending = end(start("attach", "999999999", "--headless"));
        assertEquals(2, ending.code(), ending.err());
        assertEquals("coreloom: There is no running process with the id 999999999; see ps for those there are.\n", ending.err());
    }

    private static void awaitText(Path file, String wanted) {
        awaitTrue(() -> Files.exists(file) && read(file).contains(wanted), wanted + " is never recorded");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitTrue(BooleanSupplier condition, String otherwise) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, otherwise);
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    @Test
    void aProgramThatIsNotThereIsOneSentence() throws Exception {
        Ending ending = end(start("exec", "--headless", "--", "no-such-program"));
        assertEquals(2, ending.code(), ending.err());
        assertEquals("coreloom: The command names \"no-such-program\", but there is no such program on PATH; install it or give its path.\n",
                ending.err());
    }

    @Test
    void aProfileThatIsWrongIsOneSentence() throws Exception {
        Files.writeString(folder.resolve("mine.toml"), "title = \"mine\"\nkernel = \"cpu\"\n[[lane]]\nvariant = \"thraeds\"\n");
        Ending ending = end(start("run", "mine", "--headless", "--profiles", folder.toString()));
        assertEquals(2, ending.code(), ending.err());
        assertEquals("", ending.out());
        assertEquals(1, ending.err().lines().count(), ending.err());
        assertTrue(ending.err().contains("mine.toml, line 4: variant") && ending.err().contains("thraeds"), ending.err());
    }

    @Test
    void aKilledMonitorLeavesNoWorker() throws Exception {
        assumeTrue(Files.exists(PROC.resolve("self/cmdline")), "without /proc the workers of a dead monitor cannot be told");
        Process monitor = start("run", "cpu", "--headless", "--duration", "60s", "--workers", "2", "--lanes", "processes");
        awaitLine(monitor, "processes: one worker");
        assertFalse(workersOf(monitor.pid()).isEmpty());
        monitor.destroyForcibly().waitFor();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!workersOf(monitor.pid()).isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        assertEquals(List.of(), workersOf(monitor.pid()));
    }

    @Test
    void aTerminatedRunPrintsWhatWasMeasuredSoFar() throws Exception {
        Process monitor = start("run", "cpu", "--headless", "--duration", "60s", "--workers", "1", "--lanes", "threads", "--json");
        awaitLine(monitor, "threads: running");
        // Not by the process itself, which would close what we are about to read.
        monitor.toHandle().destroy();
        Ending ending = end(monitor);
        List<?> lanes = (List<?>) JsonTree.parse(ending.out()).get("lanes");
        assertEquals("threads", ((Map<?, ?>) lanes.get(0)).get("name"));
        assertTrue((Double) ((Map<?, ?>) lanes.get(0)).get("wallSeconds") > 0, ending.out());
        assertEquals(List.of(), workersOf(monitor.pid()));
    }

    private static void awaitLine(Process process, String wanted) throws IOException {
        BufferedReader says = process.errorReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            said.append(line).append('\n');
            if (line.contains(wanted)) {
                return;
            }
        }
        throw new AssertionError("\"" + wanted + "\" is never said:\n" + said);
    }

    /** Living processes whose page lies in the run folder of that monitor. */
    private static List<Long> workersOf(long monitor) {
        return ProcessHandle.allProcesses().map(ProcessHandle::pid)
                .filter(pid -> commandLine(pid).contains("coreloom-" + monitor + "-")).toList();
    }

    /** Empty for a process that has ended, reaped or not. */
    private static String commandLine(long pid) {
        try {
            return Files.readString(PROC.resolve(pid + "/cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
