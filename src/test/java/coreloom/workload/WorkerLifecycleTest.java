package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Worker processes of the operating system, from start to end. */
@Timeout(120)
class WorkerLifecycleTest {
    private static final String SHORT = "workers = 2\nduration_seconds = 1\nbaseline_millis = 1\n";
    private static final String UNTIL_STOPPED = "workers = 2\nduration_seconds = 0\nbaseline_millis = 0\n";

    private static RealRun run() {
        return new RealRun(RealRun.standIn(DeathSignal.prefix()));
    }

    static List<Path> ourFolders() throws IOException {
        String ours = "coreloom-" + ManagementFactory.getRuntimeMXBean().getPid() + "-";
        List<Path> found = new ArrayList<>();
        for (Path place : List.of(Path.of("/dev/shm"), Path.of(System.getProperty("java.io.tmpdir")))) {
            try (Stream<Path> files = Files.list(place)) {
                files.filter(file -> file.getFileName().toString().startsWith(ours)).forEach(found::add);
            }
        }
        return found;
    }

    @Test
    void aWholeRunEndsWithExitCodeZeroAndLeavesNothing() throws Exception {
        try (RealRun run = RealRun.patient(RealRun.standIn(DeathSignal.prefix()))) {
            run.start("[[lane]]\nvariant = \"processes\"\n" + SHORT + "[[lane]]\nvariant = \"threads\"\n" + SHORT);
            for (int lanes = 1; lanes <= 2; lanes++) {
                int begun = lanes;
                run.stepUntil(() -> run.conductor().lanes().size() == begun);
                run.stepUntil(Phase.MEASURED);
                run.later(TimeUnit.SECONDS.toNanos(1));
            }
            run.stepUntil(run.conductor()::finished);
            for (LaneReading lane : run.conductor().lanes()) {
                assertEquals(Phase.ENDED, lane.phase(), lane.toString());
                assertEquals("", lane.trouble());
                assertTrue(lane.processes().stream().allMatch(process -> process.exitCode().equals(OptionalInt.of(0))), lane.toString());
            }
            assertEquals(1, ourFolders().size());
            try (Stream<Path> files = Files.list(ourFolders().get(0))) {
                assertEquals(List.of(), files.toList(), "files of lanes that are over are gone");
            }
        }
        assertEquals(List.of(), ourFolders());
    }

    @Test
    void closeLeavesNoProcessAndNoFolder() throws Exception {
        RealRun run = run();
        run.start("kernel = \"io\"\n[[lane]]\nvariant = \"processes\"\n" + UNTIL_STOPPED);
        run.stepUntil(Phase.MEASURED);
        List<ProcessHandle> handles = run.handles();
        assertTrue(handles.stream().allMatch(ProcessHandle::isAlive));
        run.close();
        run.close();
        assertFalse(handles.stream().anyMatch(ProcessHandle::isAlive));
        assertEquals(List.of(), ourFolders());
    }

    @Test
    void anotherThreadMayCloseWhileTheSessionSteps() throws Exception {
        RealRun run = run();
        run.start("[[lane]]\nvariant = \"processes\"\n" + UNTIL_STOPPED);
        run.stepUntil(Phase.MEASURED);
        List<ProcessHandle> handles = run.handles();
        Thread hook = new Thread(run::close);
        hook.start();
        while (run.conductor().step().nextNanos() != Step.NEVER) {
            Thread.onSpinWait();
        }
        hook.join();
        assertFalse(handles.stream().anyMatch(ProcessHandle::isAlive));
        assertEquals(List.of(), ourFolders());
    }

    @Test
    void aFreshStartEndsWhatRan() throws Exception {
        try (RealRun run = run()) {
            run.start("[[lane]]\nvariant = \"processes\"\n" + UNTIL_STOPPED);
            run.stepUntil(Phase.MEASURED);
            List<ProcessHandle> earlier = run.handles();
            run.start("[[lane]]\nvariant = \"threads\"\n" + UNTIL_STOPPED);
            run.stepUntil(Phase.MEASURED);
            assertEquals(1, run.conductor().lanes().size());
            run.stepUntil(() -> earlier.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void aKilledWorkerShowsItsSignalAndTheOthersGoOn() throws Exception {
        try (RealRun run = run()) {
            run.start("[[lane]]\nvariant = \"processes\"\n" + UNTIL_STOPPED);
            run.stepUntil(Phase.MEASURED);
            WorkerTable table = new WorkerTable();
            run.stepUntil(() -> countedBy(run, table, 0) == 1);
            run.handles().get(0).destroyForcibly();
            run.stepUntil(() -> !run.processes().get(0).alive());
            ProcessReading dead = run.processes().get(0);
            assertEquals(OptionalInt.of(137), dead.exitCode());
            LaneReading lane = run.conductor().lanes().get(0);
            assertEquals("Lane processes: process " + dead.pid() + " was ended by signal 9 (exit code 137).", lane.trouble());
            assertEquals(Phase.MEASURED, lane.phase());
            assertTrue(run.processes().get(1).alive());
            assertEquals(1, countedBy(run, table, 0), "its last numbers are still there");
        }
    }

    private static long countedBy(RealRun run, WorkerTable table, int row) {
        run.conductor().readWorkers(table);
        return table.count(row, Count.UNITS);
    }

    @Test
    void everyThreadOfAConfinedLaneStaysOnItsCores() throws Exception {
        Pinning here = Pinning.here();
        assumeTrue(here.taskset().isPresent(), "taskset is not on the PATH");
        assumeTrue(here.usable().isPresent(), "only Linux tells the usable cores this way");
        CoreSet usable = here.usable().orElseThrow();
        CoreSet last = new CoreSet(List.of(usable.ids().get(usable.ids().size() - 1)));
        try (RealRun run = run()) {
            run.start("cores = \"" + last.list() + "\"\n[[lane]]\nvariant = \"processes\"\n" + UNTIL_STOPPED);
            run.stepUntil(Phase.MEASURED);
            for (ProcessReading process : run.processes()) {
                try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
                    for (Path thread : threads.toList()) {
                        assertEquals(Optional.of(last), Pinning.parse(Files.readAllLines(thread.resolve("status"))), thread.toString());
                    }
                }
            }
            assertEquals(usable.ids().size() > 1 ? last.ids() : List.of(), run.conductor().lanes().get(0).cores());
        }
    }

    @Test
    void aWorkerThatEndsByItselfLeavesItsLastWords() throws Exception {
        try (RealRun run = run()) {
            run.start("kernel = \"lock\"\n[[lane]]\nvariant = \"threads\"\n" + UNTIL_STOPPED);
            run.stepUntil(Phase.FAILED);
            ProcessReading dead = run.processes().get(0);
            assertEquals(OptionalInt.of(7), dead.exitCode());
            assertEquals("Lane threads: process " + dead.pid()
                    + " ended with exit code 7; its last words: \"The stand-in was told to fail.\".",
                    run.conductor().lanes().get(0).trouble());
        }
    }

    @Test
    void aRuntimeThatIsNotThereFailsTheLaneWithASentence() throws Exception {
        WorkerCommand nowhere = new WorkerCommand(List.of(), Path.of("/nowhere/java"), ".", "x.Main");
        try (RealRun run = new RealRun(nowhere)) {
            run.start("[[lane]]\nvariant = \"threads\"\n" + UNTIL_STOPPED);
            run.stepUntil(Phase.FAILED);
            String trouble = run.conductor().lanes().get(0).trouble();
            assertTrue(trouble.startsWith("Lane threads could not start a process: Cannot run program \"/nowhere/java\""), trouble);
        }
        assertEquals(List.of(), ourFolders());
    }

    @Test
    void aClassThatIsNotThereFailsTheLaneWithTheRuntimesOwnWords() throws Exception {
        WorkerCommand ours = WorkerCommand.ours();
        try (RealRun run = new RealRun(new WorkerCommand(ours.prefix(), ours.java(), ours.classPath(), "x.Main"))) {
            run.start("[[lane]]\nvariant = \"threads\"\n" + UNTIL_STOPPED);
            run.stepUntil(Phase.FAILED);
            String trouble = run.conductor().lanes().get(0).trouble();
            assertTrue(trouble.contains("x.Main"), trouble);
        }
    }
}
