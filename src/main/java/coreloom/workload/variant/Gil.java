package coreloom.workload.variant;

import java.util.List;

/** Threads of one interpreter: one must hold its lock to run. */
record Gil() implements Variant {
    @Override
    public String name() {
        return "gil";
    }

    @Override
    public List<Integer> threadsOfProcesses(int workers) {
        return List.of(workers);
    }

    @Override
    public Discipline discipline() {
        return Discipline.GIL;
    }

    @Override
    public String sentence() {
        return "Threads of one interpreter: one must hold its lock to run.";
    }
}
