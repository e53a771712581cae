package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Workers end with their monitor, however it ends. */
@Timeout(120)
class MonitorDeathTest {
    private static final Path PROC = Path.of("/proc");
    private static final long LOOK_AGAIN_NANOS = 5_000_000;

    @Test
    void workersThatListenEndWhenTheMonitorIsKilled() throws Exception {
        assertWorkersEndWithTheirMonitor("cpu", "input");
    }

    @Test
    void deafWorkersEndByTheParentDeathSignal() throws Exception {
        assumeFalse(DeathSignal.prefix().isEmpty(), "this system has no setpriv that knows the parent-death signal");
        assertWorkersEndWithTheirMonitor("io", "signal");
    }

    /** Without the signal: the worker sleeps in a read for a request, the asker until its next one. */
    @Test
    void aWorkerThatAnswersAndWhoAsksItEndToo() throws Exception {
        assertWorkersEndWithTheirMonitor("echo", "real");
    }

    private static void assertWorkersEndWithTheirMonitor(String kernel, String way) throws Exception {
        WorkerCommand ours = WorkerCommand.ours();
        Process parent = new ProcessBuilder(ours.java().toString(), "-cp", ours.classPath(), OrphaningParent.class.getName(), kernel, way)
                .redirectError(Redirect.INHERIT).start();
        try {
            List<Integer> workers = readWorkers(parent);
            List<Optional<ProcessStat>> before = workers.stream().map(pid -> ProcessStat.read(PROC, pid)).toList();
            assertFalse(before.contains(Optional.<ProcessStat>empty()), "both live");
            parent.destroyForcibly().waitFor();
            for (int i = 0; i < workers.size(); i++) {
                awaitEnd(workers.get(i), before.get(i).orElseThrow());
            }
            assertNextMonitorSweeps(parent.pid());
        } finally {
            parent.destroyForcibly();
        }
    }

    private static void assertNextMonitorSweeps(long deadPid) throws IOException {
        try (RunFolder folder = RunFolder.create(); Stream<Path> all = Files.list(folder.path().getParent())) {
            assertFalse(all.anyMatch(path -> path.getFileName().toString().startsWith("coreloom-" + deadPid + "-")));
        }
    }

    private static List<Integer> readWorkers(Process parent) throws IOException {
        BufferedReader says = parent.inputReader();
        return List.of(Integer.parseInt(says.readLine()), Integer.parseInt(says.readLine()));
    }

    /** An orphan that nobody reaps stays as a zombie, which has ended as well; so a process handle's own wait would not do. */
    private static void awaitEnd(int pid, ProcessStat before) {
        Optional<ProcessStat> now = ProcessStat.read(PROC, pid);
        while (!Thread.currentThread().isInterrupted() && now.isPresent() && !now.get().ended()
                && now.get().startTicks() == before.startTicks()) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            now = ProcessStat.read(PROC, pid);
        }
        assertFalse(Thread.interrupted(), "worker " + pid + " outlives its monitor");
    }
}
