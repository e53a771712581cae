package coreloom.recording;

import coreloom.snapshot.ProcessTimes;

/** Writes what a line tells of the CPU time of whole processes; nothing where none is known. */
final class ProcessTimePart {
    private ProcessTimePart() {}

    static void write(JsonLine line, ProcessTimes times) {
        if (times.size() == 0) {
            return;
        }
        line.key(SessionKeys.PROCESS_TIMES).openArray();
        for (int row = 0; row < times.size(); row++) {
            line.openObject().field(SessionKeys.PID, times.pid(row)).field(SessionKeys.ON_CPU, times.onCpuNanos(row)).closeObject();
        }
        line.closeArray();
    }
}
