package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        assertEquals("setpriv --pdeathsig KILL /jdk/bin/java -XX:+UseSerialGC -Xms16m -Xmx64m -Xss512k -XX:-UsePerfData -Xshare:auto "
                + "-XX:-CreateCoredumpOnCrash -XX:ErrorFile=/shm/crash -cp /a:/b w.Main "
                + "--page /shm/page --threads 4 --first 2 --discipline gil "
                + "--kernel io --warm-up-millis 500 --switch-interval-micros 5000 --unit-steps 2000 --latency-micros 9 "
                + "--critical-steps 200 --outside-steps 2000 --extension-bytes 1048576 --release-bytes 2048 --collector-threshold 2000 --pool-call-units 4000", line);
    }

    @Test
    void oursIsTheRuntimeThatRunsUsWithOurOwnClasses() {
        WorkerCommand ours = WorkerCommand.ours();
        assertTrue(Files.isExecutable(ours.java()), ours.java().toString());
        assertTrue(Arrays.stream(ours.classPath().split(File.pathSeparator)).allMatch(entry -> Path.of(entry).isAbsolute()));
        assertEquals("coreloom.workload.worker.WorkerMain", ours.mainClass());
    }
}
