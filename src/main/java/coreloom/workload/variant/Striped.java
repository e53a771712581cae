package coreloom.workload.variant;

import java.util.List;

/** Threads of one process that share several locks; each critical section is under one of them, drawn anew. */
record Striped() implements Variant {
    @Override
    public String name() {
        return "striped";
    }

    @Override
    public List<Integer> threadsOfProcesses(int workers) {
        return List.of(workers);
    }

    @Override
    public Discipline discipline() {
        return Discipline.STRIPED;
    }

    @Override
    public String sentence() {
        return "Threads of one process; each critical section is under one of several locks.";
    }
}
