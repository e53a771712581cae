package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coreloom.workload.variant.Crew;
import coreloom.workload.variant.Discipline;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerCommandTest {
    @Test
    void isTheRuntimeWithAllThatTheWorkerMustKnow() throws Refusal {
        LanePlan lane = new ProfileReader(4).parse(new ProfileFile(Path.of("p.toml")),
                "[[lane]]\nvariant = \"gil\"\nkernel = \"io\"\nlatency_micros = 9\n").lanes().get(0);
        WorkerCommand command = new WorkerCommand(List.of("setpriv", "--pdeathsig", "KILL"), Path.of("/jdk/bin/java"), "/a:/b", "w.Main");
        String line = String.join(" ", command.lineOf(new WorkerOrder(lane, 3, 1, 2, new Crew(Crew.Role.WORKERS, Discipline.GIL, 4)), Path.of("/shm/page"), Path.of("/shm/crash")));
        assertEquals("setpriv --pdeathsig KILL /jdk/bin/java -XX:+UseSerialGC -Xms16m -Xss512k -XX:-UsePerfData -Xshare:auto "
                + "-XX:-CreateCoredumpOnCrash -Xmx64m -XX:ErrorFile=/shm/crash -cp /a:/b w.Main "
                + "--page /shm/page --threads 4 --first 2 --thread-kind platform --discipline gil "
                + "--kernel " + Path.of("profiles/kernels/io.pyasm").toAbsolutePath() + " --warm-up-millis 1000 --switch-interval-micros 5000 --unit-steps 1000 --latency-micros 9 "
                + "--critical-steps 60 --outside-steps 600 --extension-bytes 1048576 --release-bytes 2048 --collector-threshold 2000 "
                + "--stripes 16 --seed 1 --pool-call-units 4000 --operation-micros 3000 --request-period-micros 0", line);
    }

    @Test
    void anExperimentSaysMoreAtTheEnd() throws Refusal {
        LanePlan lane = new ProfileReader(4).parse(new ProfileFile(Path.of("p.toml")), "[[lane]]\nvariant = \"gil\"\n").lanes().get(0);
        WorkerCommand command = new WorkerCommand(List.of(), Path.of("java"), "/a", "w.Main", List.of("--without", "token"));
        WorkerOrder order = new WorkerOrder(lane, 0, 0, 0, new Crew(Crew.Role.WORKERS, Discipline.GIL, 1));
        List<String> line = command.lineOf(order, Path.of("page"), Path.of("crash"));
        assertEquals(List.of("--without", "token"), line.subList(line.size() - 2, line.size()));
    }

    @Test
    void saysTheWordsOfTheLaneAndHasRoomForManyWorkers() throws Refusal {
        LanePlan lane = new ProfileReader(4).parse(new ProfileFile(Path.of("p.toml")),
                "[[lane]]\nvariant = \"subinterpreters\"\ninterpreter_lock = \"shared-3.12\"\nseed = 9\n").lanes().get(0);
        WorkerCommand command = new WorkerCommand(List.of(), Path.of("java"), "/a", "w.Main");
        List<String> line = command.lineOf(new WorkerOrder(lane, 0, 0, 0, new Crew(Crew.Role.WORKERS, Discipline.SUBINTERPRETERS, 1_024)), Path.of("page"), Path.of("crash"));
        assertEquals("shared-3.12", line.get(line.indexOf("--interpreter-lock") + 1));
        assertEquals("9", line.get(line.indexOf("--seed") + 1));
        assertTrue(line.contains("-Xmx128m"), line.toString());
    }

    @Test
    void aLaneOnSomeCoresIsPutThereBeforeItsRuntimeBegins() throws Refusal {
        assumeTrue(Tool.named("taskset").isPresent(), "taskset is not on the PATH");
        LanePlan lane = new ProfileReader(4).parse(new ProfileFile(Path.of("p.toml")),
                "cores = \"1\"\n[[lane]]\nvariant = \"gil\"\ncores = \" 3,0-1 ,1\"\n").lanes().get(0);
        WorkerCommand command = new WorkerCommand(List.of("setpriv", "--pdeathsig", "KILL"), Path.of("/jdk/bin/java"), "/a", "w.Main");
        List<String> line = command.lineOf(new WorkerOrder(lane, 0, 0, 0, new Crew(Crew.Role.WORKERS, Discipline.GIL, 1)), Path.of("page"), Path.of("crash"));
        assertEquals(List.of("-c", "0-1,3", "/jdk/bin/java"), line.subList(4, 7));
    }

    @Test
    void oursIsTheRuntimeThatRunsUsWithOurOwnClasses() {
        WorkerCommand ours = WorkerCommand.ours();
        assertTrue(Files.isExecutable(ours.java()), ours.java().toString());
        assertTrue(Arrays.stream(ours.classPath().split(File.pathSeparator)).allMatch(entry -> Path.of(entry).isAbsolute()));
        assertEquals("coreloom.workload.worker.WorkerMain", ours.mainClass());
    }
}
