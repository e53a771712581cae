package coreloom.workload;

import coreloom.workload.variant.Crew;
import java.nio.file.Path;
import java.util.List;

/** Where the answering worker of a lane listens, in the run folder, and whoever asks connects. */
record EchoSocket(Path path) {
    static EchoSocket of(Path folder, int laneId) {
        return new EchoSocket(folder.resolve("lane-" + laneId + ".socket"));
    }

    /** What a process of the lane is told: an option and its value. */
    List<String> options(WorkerOrder order) {
        return List.of(order.crew().role() == Crew.Role.ASKER ? "--asks" : "--answers", path.toString());
    }
}
