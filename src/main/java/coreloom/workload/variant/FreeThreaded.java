package coreloom.workload.variant;

import java.util.List;

/** Threads of one interpreter made to do without its lock: they share all objects, and stop when one of them collects. */
record FreeThreaded() implements Variant {
    @Override
    public String name() {
        return "free-threaded";
    }

    @Override
    public List<Integer> threadsOfProcesses(int workers) {
        return List.of(workers);
    }

    @Override
    public Discipline discipline() {
        return Discipline.FREE_THREADED;
    }

    @Override
    public String sentence() {
        return "Threads of one interpreter that has no lock; when one collects, all others stop.";
    }
}
