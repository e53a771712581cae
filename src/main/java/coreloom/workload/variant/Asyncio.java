package coreloom.workload.variant;

import java.util.List;

/** Coroutines on one event loop: one runs until it awaits. */
record Asyncio() implements Variant {
    @Override
    public String name() {
        return "asyncio";
    }

    @Override
    public List<Integer> threadsOfProcesses(int workers) {
        return List.of(workers);
    }

    @Override
    public Discipline discipline() {
        return Discipline.LOOP;
    }

    @Override
    public String sentence() {
        return "Coroutines on one event loop: one runs until it awaits.";
    }
}
