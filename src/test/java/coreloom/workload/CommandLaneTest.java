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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs as lanes, from start to end: small ones of the shell. */
@Timeout(60)
class CommandLaneTest {
    private static final String UNTIL_STOPPED = "duration_seconds = 0\n";
    /** A lane is given that long, and as long again, to end. */
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final String SILENT = "Throughput is n/a: the program does not tell its work units.";

    /** Counts five units with every order, which it writes down. */
    private static final String OBEDIENT = """
            tell() { echo "$@" >>"$CORELOOM_TELEMETRY"; }
            tell worker 0 $$ $$
            tell worker 1 $$ 0
            tell ready
            echo "protocol $CORELOOM_PROTOCOL, $CORELOOM_WORKERS and $1 workers"
            total=0
            while read -r order; do
                echo "$order" >>HEARD
                total=$((total + 5))
                tell units 0 $total
                case $order in stop) exit 0;; esac
            done
            exit 4
            """;

    @TempDir
    private Path folder;
    private final WorkerTable table = new WorkerTable();

    @BeforeEach
    void shell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
    }

    private static RealRun run() {
        return new RealRun(new LaneStarters(new ChildStarter(), new CommandStarter()));
    }

    /** One that gives a program all the time it takes to answer. */
    private static RealRun patientRun() {
        return RealRun.patient(new LaneStarters(new ChildStarter(), new CommandStarter()));
    }

    /** A lane that runs the script of that text. */
    private String lane(String script, String more) throws IOException {
        Path file = folder.resolve("script-" + Math.abs(script.hashCode()));
        Files.writeString(file, script);
        return "[[lane]]\nvariant = \"command\"\ncommand = [\"/bin/sh\", \"" + file + "\", \"{workers}\"]\nbaseline_millis = 1\n" + more;
    }

    private static LaneReading lane(RealRun run) {
        return run.conductor().lanes().get(0);
    }

    private static void stepUntil(RealRun run, Predicate<LaneReading> condition) {
        run.stepUntil(() -> !run.conductor().lanes().isEmpty() && condition.test(lane(run)));
    }

    /** Number and units of each worker. */
    private String workers(RealRun run) {
        run.conductor().readWorkers(table);
        return Stream.iterate(0, row -> row + 1).limit(table.size())
                .map(row -> table.number(row) + "=" + table.count(row, Count.UNITS)).collect(Collectors.joining(" "));
    }

    @Test
    void aProgramThatSaysNothingIsMeasuredFromItsStartToItsEnd() throws Exception {
        try (RealRun run = run()) {
            run.start(lane("cat >/dev/null; exit 0", UNTIL_STOPPED));
            assertTrue(run.conductor().step().boundary());
            assertEquals(Phase.MEASURED, lane(run).phase(), "from its start");
            assertEquals(0, lane(run).workers());
            assertEquals(SILENT, lane(run).note());
            run.stepUntil(run.conductor()::finished);
            assertEquals(Phase.ENDED, lane(run).phase(), lane(run).toString());
            assertEquals(OptionalInt.of(0), run.processes().get(0).exitCode(), "its input was empty");
            assertEquals("", lane(run).trouble());
            assertEquals(SILENT + " It ended with exit code 0.", lane(run).note());
            assertEquals("", workers(run));
        }
    }

    @Test
    void aProgramThatFailsLeavesItsExitCodeAndLastWords() throws Exception {
        try (RealRun run = run()) {
            run.start(lane("echo some output; echo 'no such thing' >&2; exit 3", UNTIL_STOPPED));
            run.stepUntil(run.conductor()::finished);
            assertEquals(Phase.FAILED, lane(run).phase());
            assertEquals("Lane command: process " + run.processes().get(0).pid()
                    + " ended with exit code 3; its last words: \"no such thing\".", lane(run).trouble());
        }
    }

    @Test
    void aProgramIsAskedToEndWhenItsTimeIsUp() throws Exception {
        try (RealRun run = patientRun()) {
            run.start(lane("trap 'echo asked >" + folder + "/asked; exit 9' TERM; echo >" + folder + "/up; while :; do sleep 0.01; done",
                    "duration_seconds = 1\n"));
            letItsTimePass(run);
            run.stepUntil(run.conductor()::finished);
            assertEquals(Phase.ENDED, lane(run).phase(), lane(run).toString());
            assertEquals(OptionalInt.of(9), run.processes().get(0).exitCode());
            assertEquals("", lane(run).trouble(), "we asked for it");
            assertTrue(Files.exists(folder.resolve("asked")));
        }
    }

    @Test
    void aProgramThatDoesNotListenIsKilled() throws Exception {
        try (RealRun run = patientRun()) {
            run.start(lane("trap '' TERM; echo >" + folder + "/up; while :; do sleep 0.01; done", "duration_seconds = 1\n"));
            letItsTimePass(run);
            run.conductor().step();
            run.later(GRACE_NANOS);
            run.stepUntil(run.conductor()::finished);
            assertEquals(Phase.ENDED, lane(run).phase());
            assertEquals(OptionalInt.of(137), run.processes().get(0).exitCode());
        }
    }

    /** Lets the program come up, its time pass, and half of what it is given to end. */
    private void letItsTimePass(RealRun run) {
        run.stepUntil(() -> Files.exists(folder.resolve("up")));
        run.later(TimeUnit.SECONDS.toNanos(1));
        run.stepUntil(Phase.ENDED);
        run.later(GRACE_NANOS);
    }

    @Test
    void whatAProgramHasStartedIsOfTheLaneAndEndsWithIt() throws Exception {
        List<ProcessHandle> handles;
        try (RealRun run = run()) {
            run.start(lane("sleep 1000 & sh -c 'sleep 1001 & wait' & wait", UNTIL_STOPPED));
            stepUntil(run, lane -> lane.processes().size() == 4);
            handles = run.handles();
            assertTrue(handles.stream().allMatch(ProcessHandle::isAlive));
            handles.get(1).destroy();
            stepUntil(run, lane -> lane.processes().size() == 3);
            assertEquals(Phase.MEASURED, lane(run).phase(), "one that the program has started may end");
        }
        for (ProcessHandle handle : handles) {
            assertTrue(ended(handle), handle.info().toString());
        }
        assertEquals(List.of(), WorkerLifecycleTest.ourFolders());
    }

    /** One that was orphaned and nobody has reaped yet has ended as well. */
    private static boolean ended(ProcessHandle handle) {
        Optional<ProcessStat> stat = ProcessStat.read(Path.of("/proc"), (int) handle.pid());
        return !handle.isAlive() || stat.filter(ProcessStat::ended).isPresent();
    }

    /** A part of a script that lives until that file is there. */
    private String until(String file) {
        return "while [ ! -e " + folder + "/" + file + " ]; do sleep 0.01; done";
    }

    private boolean firstHasEnded(RealRun run) {
        return !run.conductor().lanes().isEmpty() && !run.processes().isEmpty() && !run.processes().get(0).alive();
    }

    @Test
    void aLaneEndsWithItsLastProcess() throws Exception {
        try (RealRun run = run()) {
            run.start(lane("{ " + until("go") + "; } & " + until("seen") + "; exit 0", UNTIL_STOPPED));
            stepUntil(run, lane -> lane.processes().size() >= 2);
            Files.createFile(folder.resolve("seen"));
            run.stepUntil(() -> firstHasEnded(run));
            assertEquals(Phase.MEASURED, lane(run).phase());
            assertEquals(OptionalInt.of(0), run.processes().get(0).exitCode());
            assertTrue(lane(run).note().contains("It ended with exit code 0; "), lane(run).note());
            assertTrue(lane(run).note().matches(".* that it has started go(es)? on\\."), lane(run).note());
            Files.createFile(folder.resolve("go"));
            run.stepUntil(run.conductor()::finished);
            assertEquals(Phase.ENDED, lane(run).phase(), lane(run).toString());
            assertEquals(SILENT + " It ended with exit code 0; what it had started went on for a while.", lane(run).note());
            assertEquals(List.of(OptionalInt.of(0)), run.processes().stream().map(ProcessReading::exitCode).toList());
        }
    }

    @Test
    void whatHasLeftItsParentsBeforeAnybodyLookedIsOfTheLaneToo() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/environ")), "this system does not tell the environment of processes");
        try (RealRun run = run()) {
            run.start(lane("sh -c '{ " + until("go") + "; } &' ; exit 3", UNTIL_STOPPED));
            run.stepUntil(() -> firstHasEnded(run));
            assertEquals(Phase.MEASURED, lane(run).phase(), lane(run).toString());
            assertTrue(lane(run).trouble().endsWith("ended with exit code 3."), lane(run).trouble());
            Files.createFile(folder.resolve("go"));
            run.stepUntil(run.conductor()::finished);
            assertEquals(Phase.FAILED, lane(run).phase());
            assertEquals(OptionalInt.of(3), run.processes().get(0).exitCode());
            assertTrue(lane(run).trouble().endsWith("ended with exit code 3."), lane(run).trouble());
        }
    }

    @Test
    void whatAProgramLeavesRunningEndsWithItsLane() throws Exception {
        int left;
        try (RealRun run = run()) {
            run.start(lane("sleep 1002 & echo $! >" + folder + "/pid", UNTIL_STOPPED));
            run.stepUntil(() -> firstHasEnded(run));
            assertEquals(Phase.MEASURED, lane(run).phase(), lane(run).toString());
            left = Integer.parseInt(Files.readString(folder.resolve("pid")).strip());
            assertEquals(left, run.processes().get(1).pid());
            run.conductor().stop();
            run.stepUntil(run.conductor()::finished);
            assertEquals(Phase.ENDED, lane(run).phase());
            assertEquals(1, run.processes().size());
        }
        while (ProcessStat.read(Path.of("/proc"), left).filter(stat -> !stat.ended()).isPresent()) {
            assertFalse(Thread.currentThread().isInterrupted(), "it outlives its lane");
            Thread.onSpinWait();
        }
    }

    @Test
    void aProgramThatTakesOrdersIsNotOutlived() throws Exception {
        try (RealRun run = run()) {
            run.start(lane("sleep 1003 & echo ready >>\"$CORELOOM_TELEMETRY\"; read -r order; exit 4",
                    "telemetry = \"lines\"\n" + UNTIL_STOPPED));
            run.stepUntil(run.conductor()::finished);
            assertEquals(Phase.FAILED, lane(run).phase(), lane(run).toString());
        }
    }

    @Test
    void aProgramThatObeysOrdersGoesThroughThePhases() throws Exception {
        try (RealRun run = patientRun()) {
            run.start(lane(OBEDIENT.replace("HEARD", folder + "/heard"), "telemetry = \"lines\"\nworkers = 2\nduration_seconds = 1\n"));
            run.stepUntil(Phase.BASELINE);
            assertEquals(2, lane(run).workers());
            run.stepUntil(Phase.MEASURED);
            run.stepUntil(() -> workers(run).equals("0=10 1=0"));
            assertFalse(table.tellsWaits(0));
            assertEquals(run.processes().get(0).pid(), table.tid(0));
            run.later(TimeUnit.SECONDS.toNanos(1));
            run.stepUntil(run.conductor()::finished);
            assertEquals(List.of("baseline", "run", "stop"), Files.readAllLines(folder.resolve("heard")));
            assertEquals(Phase.ENDED, lane(run).phase());
            assertEquals(OptionalInt.of(0), run.processes().get(0).exitCode());
            assertEquals("protocol 1, 2 and 2 workers", run.processes().get(0).lastWords());
            assertEquals("", lane(run).note());
        }
    }

    @Test
    void aProgramThatOnlyCountsIsMeasuredFromItsFirstCount() throws Exception {
        try (RealRun run = run()) {
            run.start(lane("i=0; while :; do i=$((i + 1)); echo units 0 $i >>\"$CORELOOM_TELEMETRY\"; sleep 0.01; done",
                    "telemetry = \"lines\"\n" + UNTIL_STOPPED));
            run.stepUntil(Phase.MEASURED);
            String first = workers(run);
            run.stepUntil(() -> !workers(run).equals(first));
        }
    }

    @Test
    void linesThatAreNotUnderstoodAreNoted() throws Exception {
        try (RealRun run = run()) {
            run.start(lane("printf 'ready\\nhallo\\033[1m\\nunits 0\\n' >>\"$CORELOOM_TELEMETRY\"; read -r x; read -r x",
                    "telemetry = \"lines\"\n" + UNTIL_STOPPED));
            stepUntil(run, lane -> lane.note().startsWith("2 "));
            assertEquals("2 lines that it told were not understood, the newest: \"units 0\".", lane(run).note());
            assertEquals("", lane(run).trouble());
        }
    }

    @Test
    void aProgramThatWasToSpeakAndDoesNotFailsWithAdvice() throws Exception {
        HandClock clock = new HandClock();
        try (Conductor conductor = new Conductor(clock, new CommandStarter())) {
            conductor.start(new ProfileReader(2).parse(new ProfileFile(Path.of("p.toml")),
                    lane("exec sleep 1000", "telemetry = \"lines\"\n")), Overrides.NONE);
            conductor.step();
            assertEquals(Phase.WARM_UP, conductor.lanes().get(0).phase());
            clock.turnTo(clock.nanos() + TimeUnit.SECONDS.toNanos(21));
            conductor.step();
            assertEquals("Lane command was not ready after 21 s; it has told nothing by the line protocol, so leave telemetry out "
                    + "if it does not speak that.", conductor.lanes().get(0).trouble());
        }
    }

    @Test
    void aProgramThatEndsBeforeItWasReadyHasFailed() throws Exception {
        try (RealRun run = run()) {
            run.start(lane("exit 0", "telemetry = \"lines\"\n"));
            run.stepUntil(run.conductor()::finished);
            assertEquals(Phase.FAILED, lane(run).phase());
            assertTrue(lane(run).trouble().contains("ended with exit code 0"), lane(run).trouble());
        }
    }

    @Test
    void whoWritesOnAndOnDoesNotFillTheMemory() throws Exception {
        try (RealRun run = run()) {
            run.start(lane("yes 'the same again' | head -c 3000000; touch " + folder + "/written; sleep 1000", UNTIL_STOPPED));
            run.stepUntil(Phase.MEASURED);
            Path words = WorkerLifecycleTest.ourFolders().get(0).resolve("lane-" + lane(run).id() + "-process-0.words");
            run.stepUntil(() -> Files.exists(folder.resolve("written")) && words.toFile().length() < 1 << 20);
        }
    }

    @Test
    void aLaneWithoutItsInterpreterIsNotAvailableAndTheOthersGoOn() throws Exception {
        try (RealRun run = run()) {
            run.start("baseline_millis = 0\n[[lane]]\nvariant = \"command\"\nname = \"none\"\npython = \"3.99\"\n"
                    + lane("exit 0", "name = \"next\"\n" + UNTIL_STOPPED));
            run.stepUntil(run.conductor()::finished);
            LaneReading missing = lane(run);
            assertEquals(Phase.ENDED, missing.phase());
            assertTrue(missing.notAvailable());
            assertEquals("", missing.trouble());
            assertTrue(missing.note().startsWith("profiles/p.toml, line 5: there is no CPython 3.99 on PATH (looked for python3.99, "),
                    missing.note());
            assertTrue(missing.note().endsWith("; install it, or give python the path of an interpreter."), missing.note());
            assertEquals(List.of(), missing.processes());
            assertEquals("next", run.conductor().lanes().get(1).name());
            assertEquals(Phase.ENDED, run.conductor().lanes().get(1).phase());
        }
    }

    @Test
    void aStartWhileAnInterpreterIsLookedForLeavesNothing() throws Exception {
        try (RealRun run = run()) {
            run.start("[[lane]]\nvariant = \"command\"\npython = \"3\"\n");
            run.conductor().step();
            run.start(lane("exit 0", UNTIL_STOPPED));
            run.stepUntil(run.conductor()::finished);
            try (Stream<Path> files = Files.list(WorkerLifecycleTest.ourFolders().get(0))) {
                assertEquals(List.of(), files.toList());
            }
        }
    }

    @Test
    void processesOfAReadingAreThoseOfItsProgramFirst() throws Exception {
        try (RealRun run = run()) {
            run.start(lane("sleep 1000 & sleep 1000 & wait", UNTIL_STOPPED));
            stepUntil(run, lane -> lane.processes().size() == 3);
            List<Integer> pids = lane(run).processes().stream().map(ProcessReading::pid).toList();
            long parent = ProcessHandle.of(pids.get(1)).flatMap(ProcessHandle::parent).orElseThrow().pid();
            assertEquals(pids.get(0), (int) parent);
        }
    }
}
