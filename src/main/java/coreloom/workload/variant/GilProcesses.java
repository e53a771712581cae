package coreloom.workload.variant;

import java.util.Collections;
import java.util.List;

/** A process for each worker, each with an interpreter lock of its own. */
record GilProcesses() implements Variant {
    @Override
    public String name() {
        return "gil-processes";
    }

    @Override
    public List<Integer> threadsOfProcesses(int workers) {
        return Collections.nCopies(workers, 1);
    }

    @Override
    public Discipline discipline() {
        return Discipline.GIL;
    }

    @Override
    public String sentence() {
        return "A process for each worker, each with an interpreter lock of its own.";
    }
}
