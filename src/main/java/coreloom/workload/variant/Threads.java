package coreloom.workload.variant;

import java.util.List;

/** Threads of one process that share no lock. */
record Threads() implements Variant {
    @Override
    public String name() {
        return "threads";
    }

    @Override
    public List<Integer> threadsOfProcesses(int workers) {
        return List.of(workers);
    }

    @Override
    public Discipline discipline() {
        return Discipline.FREE;
    }

    @Override
    public String sentence() {
        return "Threads of one process that share no lock.";
    }
}
