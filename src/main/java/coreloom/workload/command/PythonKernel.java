package coreloom.workload.command;

import coreloom.workload.variant.Discipline;
import coreloom.workload.variant.Variant;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A kernel in real Python, before it is known which interpreter runs it. Its lane is one of variant {@code command}: it becomes a
 * {@link Command} when the interpreter has been found.
 *
 * @param wish   which Python
 * @param form   how its workers run
 * @param script what the interpreter is to run
 * @param place  where the wish stands
 */
public record PythonKernel(PythonWish wish, Form form, Path script, Place place) implements Variant {
    public PythonKernel {
        Objects.requireNonNull(wish);
        Objects.requireNonNull(form);
        Objects.requireNonNull(script);
        Objects.requireNonNull(place);
    }

    @Override
    public String name() {
        return Command.NAME;
    }

    @Override
    public List<Integer> threadsOfProcesses(int workers) {
        return List.of(workers);
    }

    /** The real thing does what it does. */
    @Override
    public Discipline discipline() {
        return Discipline.FREE;
    }

    @Override
    public String sentence() {
        return "A kernel in real Python.";
    }
}
