package coreloom.sampler.linux.python;

import coreloom.sampler.Fault;
import coreloom.sampler.linux.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A process id that was looked at: which program it runs, and what of it is CPython. For one thread. */
final class KnownProcess implements AutoCloseable {
    private final PythonShared shared;
    private final int pid;
    private ImageLine image;
    private Patience patience = new Patience();
    private PythonProcess python;

    KnownProcess(PythonShared shared, int pid) {
        this.shared = shared;
        this.pid = pid;
    }

    /**
     * Takes note of the program that it runs now. One that was no CPython may have loaded one since, which is looked for now and then.
     *
     * @param now a line that is not written to again
     */
    Optional<PythonProcess> look(ImageLine now) {
        if (image == null || !image.same(now)) {
            close();
            patience = new Patience();
        }
        image = now;
        if (python == null && patience.due()) {
            python = recognise();
        }
        if (python != null) {
            python.look();
        }
        return Optional.ofNullable(python);
    }

    private PythonProcess recognise() {
        Path maps = shared.process(pid).resolve("maps");
        try {
            return PythonProcess.of(shared, pid, Mapping.read(maps)).orElse(null);
        } catch (IOException e) {
            count(Outcome.ofRefusal(e, maps), maps);
            return null;
        }
    }

    private void count(Outcome outcome, Path maps) {
        switch (outcome) {
            case READ, GONE, UNCLEAR -> { }
            case DENIED -> shared.faults().count(Fault.DENIED, maps);
            case NO_FILES -> shared.faults().count(Fault.FILES_EXHAUSTED, maps);
        }
    }

    @Override
    public void close() {
        if (python != null) {
            python.close();
            python = null;
        }
    }
}
