package coreloom.workload.variant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A pool of processes, each with an interpreter lock of its own, fed through a queue by a parent that has one, too. */
record GilPool() implements Variant {
    /** Main thread, manager and feeder. */
    private static final int PARENT_THREADS = 3;

    @Override
    public String name() {
        return "gil-pool";
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
    public List<Crew> crews(int workers) {
        List<Crew> crews = new ArrayList<>(Collections.nCopies(workers, new Crew(Crew.Role.POOLED, Discipline.GIL, 1)));
        crews.add(new Crew(Crew.Role.PARENT, Discipline.GIL, PARENT_THREADS));
        return crews;
    }

    @Override
    public boolean breaksWithOne() {
        return true;
    }

    @Override
    public String sentence() {
        return "Processes with an interpreter lock each, fed by a parent that has one, too.";
    }
}
