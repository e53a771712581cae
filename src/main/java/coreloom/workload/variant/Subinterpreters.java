package coreloom.workload.variant;

import java.util.List;

/** Interpreters of one process with a thread and objects of their own each (PEP 684); each under a lock of its own, or all under one. */
record Subinterpreters() implements Variant {
    @Override
    public String name() {
        return "subinterpreters";
    }

    @Override
    public List<Integer> threadsOfProcesses(int workers) {
        return List.of(workers);
    }

    @Override
    public Discipline discipline() {
        return Discipline.SUBINTERPRETERS;
    }

    @Override
    public String sentence() {
        return "Interpreters of one process, a thread each, under locks of their own or one.";
    }
}
