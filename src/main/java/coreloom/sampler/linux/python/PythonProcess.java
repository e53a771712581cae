package coreloom.sampler.linux.python;

import coreloom.snapshot.Interpreter;
import coreloom.snapshot.InterpreterLock;
import coreloom.snapshot.InterpreterLockReading;
import coreloom.snapshot.LockSight;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One process that runs CPython, as long as it runs that program: its version, the rule that tells waits for its interpreter lock, and the
 * lock itself where its memory may be read. Nothing that it says of itself is trusted: sizes and pointers are bounded, and what does not
 * look like a lock is none. For one thread.
 */
public final class PythonProcess {
    private static final int OLDEST = 8;

    private final PythonShared shared;
    private final int pid;
    private final RuntimeFile file;
    private final boolean glibc;
    private final GilSight sight;
    private final TaskIds tasks;
    private final Patience patience = new Patience();
    private PythonVersion version;
    private Interpreter interpreter;
    private AddressRange runtime;
    private Optional<GilWaitRule> rule = Optional.empty();
    private String reason;

    PythonProcess(PythonShared shared, int pid, RuntimeFile file, boolean glibc) {
        this.shared = shared;
        this.pid = pid;
        this.file = file;
        this.glibc = glibc;
        sight = new GilSight(shared.proc(), pid, shared.memory(pid));
        tasks = new TaskIds(shared.process(pid));
        version = PythonVersion.of(file.name());
        interpreter = version.asInterpreter();
        reason = BlindSpot.LOST.sentence(pid);
    }

    /** The process, when these are the mappings of a CPython. */
    static Optional<PythonProcess> of(PythonShared shared, int pid, List<Mapping> mappings) {
        boolean glibc = mappings.stream().noneMatch(mapping -> mapping.fileName().startsWith("ld-musl-"));
        return RuntimeFile.in(mappings).map(file -> new PythonProcess(shared, pid, file, glibc));
    }

    /** How to tell waits for its interpreter lock from others; empty where no rule is known: before 3.8, and with musl. */
    public Optional<GilWaitRule> rule() {
        return rule;
    }

    /** Tries to see the lock exactly, where that has not succeeded yet and is worth trying again. */
    void look() {
        if (sight.cell() == null && (sight.undecided() || patience.due())) {
            reason = seek();
            rule = makeRule();
        }
    }

    /** Why it is not seen; empty when it is. */
    private String seek() {
        try {
            if (runtime == null) {
                runtime = findRuntime();
            }
            sight.seek(runtime, version);
            boolean freeThreaded = version.freeThreaded() || sight.cell().place().layout() == GilLayout.FREE_THREADED;
            interpreter = new Interpreter(version.text(), freeThreaded);
            return "";
        } catch (BlindException e) {
            return e.getMessage();
        }
    }

    private AddressRange findRuntime() throws BlindException {
        RuntimeBinary binary = shared.binaries().of(shared.process(pid), file);
        String path = file.first().path();
        version = binary.version();
        interpreter = version.asInterpreter();
        if (tooOld()) {
            throw new BlindException(BlindSpot.TOO_OLD, version.text());
        }
        if (binary.runtime().isEmpty()) {
            throw new BlindException(BlindSpot.NO_SYMBOL, path);
        }
        OptionalLong moved = file.moved(binary.segments());
        if (moved.isEmpty() || moved.getAsLong() != 0 && !binary.moved()) {
            throw new BlindException(BlindSpot.MISFIT, path);
        }
        long from = binary.runtime().get().address() + moved.getAsLong();
        AddressRange found = new AddressRange(from, from + binary.runtime().get().size());
        if (!file.holds(found)) {
            throw new BlindException(BlindSpot.MISFIT, path);
        }
        return found;
    }

    private boolean tooOld() {
        return version.minor().isPresent() && !version.atLeast(OLDEST);
    }

    private Optional<GilWaitRule> makeRule() {
        if (tooOld() || !glibc) {
            return Optional.empty();
        }
        if (sight.cell() != null) {
            return Optional.of(new GilWaitRule(version, true, List.of(sight.cell().place().range())));
        }
        return Optional.of(runtime == null ? new GilWaitRule(version, false, file.writable())
                : new GilWaitRule(version, true, List.of(runtime)));
    }

    /** Reads the lock. Reading itself allocates nothing; the answer is one small record. */
    public InterpreterLockReading read() {
        if (sight.cell() != null) {
            if (sight.read()) {
                return InterpreterLockReading.exact(pid, interpreter, fields(sight.cell()));
            }
            lose();
        }
        return InterpreterLockReading.without(pid, interpreter, rule.isPresent() ? LockSight.INFERRED : LockSight.UNSEEN, reason);
    }

    private void lose() {
        reason = BlindSpot.LOST.sentence(pid);
        rule = makeRule();
    }

    private InterpreterLock fields(GilCell cell) {
        return new InterpreterLock(cell.enabled(), cell.intervalMicros(), cell.handoffs(), cell.held(), holder(cell));
    }

    private OptionalInt holder(GilCell cell) {
        try {
            int tid = tasks.seen(cell.readHolderTid());
            return tid == 0 ? OptionalInt.empty() : OptionalInt.of(tid);
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    /** Closes its files; from then on nothing of it is seen exactly. */
    void close() {
        sight.close();
        lose();
    }
}
