package coreloom.snapshot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A lane of a {@link ScriptedMachine}. */
public final class ScriptedLane {
    private final ScriptedMachine machine;
    private final List<ProcessReading> processes = new ArrayList<>();
    private LaneReading reading;
    private int nextWorker;

    ScriptedLane(ScriptedMachine machine, LaneReading reading) {
        this.machine = machine;
        this.reading = reading;
    }

    LaneReading reading() {
        return reading;
    }

    /** Enters a phase, now. */
    public ScriptedLane phase(Phase phase) {
        return become(phase, machine.nanos(), reading.plannedNanos(), reading.trouble());
    }

    /** How long the measured phase is to last. */
    public ScriptedLane planned(Duration length) {
        return become(reading.phase(), reading.phaseSinceNanos(), length.toNanos(), reading.trouble());
    }

    /** Is confined to those cores. */
    public ScriptedLane confinedTo(List<Integer> cores) {
        reading = new LaneReading(reading.id(), reading.name(), reading.variant(), reading.workers(), reading.phase(), reading.phaseSinceNanos(),
                reading.plannedNanos(), processes, reading.trouble(), cores, reading.note());
        return this;
    }

    public ScriptedLane trouble(String sentence) {
        return become(reading.phase(), reading.phaseSinceNanos(), reading.plannedNanos(), sentence);
    }

    /** What there is to note of it. */
    public ScriptedLane note(String sentences) {
        reading = new LaneReading(reading.id(), reading.name(), reading.variant(), reading.workers(), reading.phase(),
                reading.phaseSinceNanos(), reading.plannedNanos(), processes, reading.trouble(), reading.cores(), sentences);
        return this;
    }

    /** Has a further process. */
    public ScriptedLane process(int pid) {
        processes.add(ProcessReading.running(pid));
        return become(reading.phase(), reading.phaseSinceNanos(), reading.plannedNanos(), reading.trouble());
    }

    /** A process of it ends; its threads and workers are ended apart. */
    public ScriptedLane exited(int pid, int exitCode, String lastWords) {
        ProcessReading ended = new ProcessReading(pid, false, OptionalInt.of(exitCode), lastWords);
        processes.replaceAll(process -> process.pid() == pid ? ended : process);
        return become(reading.phase(), reading.phaseSinceNanos(), reading.plannedNanos(), reading.trouble());
    }

    /** Has a further worker, counting from 0, that counts nothing until told; thread 0 is none of its own. */
    public ScriptedWorker worker(int pid, int tid) {
        return machine.add(new ScriptedWorker(reading.id(), nextWorker++, pid, tid));
    }

    private ScriptedLane become(Phase phase, long since, long planned, String trouble) {
        reading = new LaneReading(reading.id(), reading.name(), reading.variant(), reading.workers(), phase, since, planned, processes,
                trouble, reading.cores(), reading.note());
        return this;
    }
}
