package coreloom.sampler.linux.python;

import coreloom.sampler.linux.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The exact sight of the lock of one process: finds it in its memory, and then reads it. For one thread. */
final class GilSight implements AutoCloseable {
    private final Path proc;
    private final int pid;
    private final ProcessMemory memory;
    private GilCandidates candidates;
    private GilCell cell;

    /** {@code proc} is {@code /proc}. */
    GilSight(Path proc, int pid, ProcessMemory memory) {
        this.proc = proc;
        this.pid = pid;
        this.memory = memory;
    }

    /** The lock, once it is found; null before. */
    GilCell cell() {
        return cell;
    }

    /** Whether several places are left, so that each further look may decide. */
    boolean undecided() {
        return cell == null && candidates != null;
    }

    /** Looks for the lock in that runtime; afterwards {@link #cell} is there. */
    void seek(AddressRange runtime, PythonVersion version) throws BlindException {
        Outcome outcome = memory.open();
        if (outcome != Outcome.READ) {
            throw refusal(outcome);
        }
        try {
            if (candidates == null) {
                candidates = new GilCandidates(memory, new GilSearch(memory, runtime, version).places());
            }
            cell = candidates.settle();
        } catch (IOException e) {
            forget();
        }
        if (cell == null) {
            throw undecided(candidates == null ? 0 : candidates.count());
        }
    }

    private BlindException undecided(int places) {
        if (places == 0) {
            forget();
            return new BlindException(BlindSpot.NOT_FOUND, pid);
        }
        return new BlindException(BlindSpot.SEVERAL, pid);
    }

    private BlindException refusal(Outcome outcome) {
        BlindSpot spot = switch (outcome) {
            case DENIED -> denied();
            case NO_FILES -> BlindSpot.NO_FILES;
            case READ, GONE, UNCLEAR -> BlindSpot.LOST;
        };
        return new BlindException(spot, spot == BlindSpot.LOST ? pid : memory.path());
    }

    private BlindSpot denied() {
        String scope;
        try {
            scope = Files.readString(proc.resolve("sys/kernel/yama/ptrace_scope")).strip();
        } catch (IOException e) {
            scope = "";
        }
        return switch (scope) {
            case "1" -> BlindSpot.DENIED_BY_SCOPE;
            case "2" -> BlindSpot.DENIED_BUT_TO_ROOT;
            case "3" -> BlindSpot.DENIED_TO_ALL;
            default -> BlindSpot.DENIED;
        };
    }

    /** Reads the fields of the lock; false when that failed, and then it has to be sought again. */
    boolean read() {
        try {
            if (cell != null && cell.read()) {
                return true;
            }
        } catch (IOException e) {
            // As if it had been read and made no sense.
        }
        forget();
        return false;
    }

    private void forget() {
        cell = null;
        candidates = null;
    }

    @Override
    public void close() {
        forget();
        memory.close();
    }
}
