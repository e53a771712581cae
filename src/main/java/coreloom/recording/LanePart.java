package coreloom.recording;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.ProcessReading;
import java.util.List;

/** Writes the lanes of a line when they have changed, {@link SessionFormat#TIMES_TOLD} times. */
final class LanePart {
    private List<LaneReading> told = List.of();
    private int timesLeft;

    void write(JsonLine line, List<LaneReading> lanes, boolean full) {
        if (lanes != told && !lanes.equals(told)) {
            timesLeft = SessionFormat.TIMES_TOLD;
        }
        told = lanes;
        if (full || timesLeft > 0) {
            timesLeft = Math.max(0, timesLeft - 1);
            line.key(SessionKeys.LANES).openArray();
            for (LaneReading lane : lanes) {
                lane(line, lane);
            }
            line.closeArray();
        }
    }

    private static void lane(JsonLine line, LaneReading lane) {
        line.openObject().field(SessionKeys.ID, lane.id()).field(SessionKeys.NAME, lane.name());
        line.field(SessionKeys.VARIANT, lane.variant()).field(SessionKeys.WORKERS, lane.workers());
        line.field(SessionKeys.PHASE, SessionKeys.of(lane.phase())).field(SessionKeys.SINCE, lane.phaseSinceNanos());
        line.field(SessionKeys.PLANNED, lane.plannedNanos());
        line.key(SessionKeys.PROCESSES).openArray();
        for (ProcessReading process : lane.processes()) {
            process(line, process);
        }
        line.closeArray().field(SessionKeys.TROUBLE, lane.trouble());
        if (!lane.cores().isEmpty()) {
            line.key(SessionKeys.CORES).openArray();
            for (int core : lane.cores()) {
                line.value(core);
            }
            line.closeArray();
        }
        if (!lane.note().isEmpty()) {
            line.field(SessionKeys.NOTE, lane.note());
        }
        line.closeObject();
    }

    private static void process(JsonLine line, ProcessReading process) {
        line.openObject().field(SessionKeys.PID, process.pid()).key(SessionKeys.ALIVE).value(process.alive());
        if (process.exitCode().isPresent()) {
            line.field(SessionKeys.EXIT_CODE, process.exitCode().getAsInt());
        }
        line.field(SessionKeys.LAST_WORDS, process.lastWords()).closeObject();
    }
}
