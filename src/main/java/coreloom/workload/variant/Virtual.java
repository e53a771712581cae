package coreloom.workload.variant;

import java.util.List;
import java.util.Optional;

/** Virtual threads of one process that share no lock. */
record Virtual() implements Variant {
    @Override
    public String name() {
        return "virtual";
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
    public ThreadKind threadKind() {
        return ThreadKind.VIRTUAL;
    }

    @Override
    public Optional<String> obstacle() {
        return VirtualThreads.missing();
    }

    @Override
    public String sentence() {
        return "Virtual threads of one process that share no lock; needs Java 21.";
    }
}
