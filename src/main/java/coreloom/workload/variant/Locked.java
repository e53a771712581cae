package coreloom.workload.variant;

import java.util.List;

/** Threads of one process that share one lock, held in critical sections. */
record Locked() implements Variant {
    @Override
    public String name() {
        return "locked";
    }

    @Override
    public List<Integer> threadsOfProcesses(int workers) {
        return List.of(workers);
    }

    @Override
    public Discipline discipline() {
        return Discipline.LOCKED;
    }

    @Override
    public String sentence() {
        return "Threads of one process that share one lock, held in critical sections.";
    }
}
