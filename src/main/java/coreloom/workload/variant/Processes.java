package coreloom.workload.variant;

import java.util.Collections;
import java.util.List;

/** A process for each worker; nothing is shared. */
record Processes() implements Variant {
    @Override
    public String name() {
        return "processes";
    }

    @Override
    public List<Integer> threadsOfProcesses(int workers) {
        return Collections.nCopies(workers, 1);
    }

    @Override
    public Discipline discipline() {
        return Discipline.FREE;
    }

    @Override
    public String sentence() {
        return "A process for each worker; nothing is shared.";
    }
}
