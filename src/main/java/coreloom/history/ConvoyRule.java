package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.history.Finding.Sureness;
import coreloom.snapshot.InterpreterLock;
import coreloom.snapshot.InterpreterLockReading;
import coreloom.snapshot.WaitKind;
import java.util.Optional;

/**
 * A thread that computes holds the interpreter lock, and others that release it for short I/O wait about a switch interval each time until they get it
 * back. A case of waiting for the interpreter lock, with a remedy of its own.
 */
final class ConvoyRule implements Rule {
    private static final long USUAL_SWITCH_MICROS = 5_000;
    /** A wait of this share of the switch interval, on average, ended with a drop request. */
    private static final double A_SWITCH = 0.5;
    /** Threads that are off for I/O or sleep so much of the time, together in threads, release the lock by themselves. */
    private static final double SHORT_IO = 0.02;
    private static final double HOLDER = 0.5;

    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        double share = Claims.of(lane, BudgetPart.INTERPRETER_LOCK);
        double each = waitNanos(lane);
        double interval = switchNanos(lane);
        if (!oneHolds(lane) || !othersLetGo(lane) || each < A_SWITCH * interval) {
            return Optional.empty();
        }
        String sentence = Phrases.words("%s: convoy at the interpreter lock: one thread computes %s of the time, and each release costs the others %.1f ms "
                + "(switch interval %.1f ms).", Phrases.idle(lane, cores), Phrases.percent(lane.budget().evidence().busiest()), each / 1e6, interval / 1e6);
        Sureness sureness = lane.waitShares().sampled() ? Sureness.INFERRED : Sureness.LIKELY;
        return Rule.whereUnused(lane, cores, new Finding(Kind.CONVOY, share, sureness, sentence));
    }

    private static boolean oneHolds(LaneSummary lane) {
        double busiest = lane.budget().evidence().busiest();
        double rest = lane.effectiveCores().orElse(0) - busiest;
        return lane.threads() > 1 && busiest >= HOLDER && rest < busiest / 2 * (lane.threads() - 1);
    }

    private static boolean othersLetGo(LaneSummary lane) {
        double off = lane.waitShares().of(WaitKind.IO).orElse(0) + lane.waitShares().of(WaitKind.DISK).orElse(0)
                + lane.waitShares().of(WaitKind.SLEEP).orElse(0);
        return off * lane.threads() >= SHORT_IO;
    }

    /** How long one wait for the lock lasts: the median where it is reported, else waiting time ÷ the half of the handoffs that end one. */
    private static double waitNanos(LaneSummary lane) {
        if (lane.waitP50Nanos().isPresent()) {
            return lane.waitP50Nanos().getAsLong();
        }
        double rate = lane.handoffsPerSecond().orElse(0) / 2;
        return rate > 0 ? lane.waitShares().of(WaitKind.INTERPRETER_LOCK).orElse(0) * lane.threads() * 1e9 / rate : 0;
    }

    private static double switchNanos(LaneSummary lane) {
        long micros = lane.locks().interpreter().flatMap(InterpreterLockReading::lock).map(InterpreterLock::switchIntervalMicros).orElse(USUAL_SWITCH_MICROS);
        return micros * 1e3;
    }
}
