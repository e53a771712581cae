package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.history.Finding.Sureness;
import coreloom.snapshot.LockSight;
import coreloom.snapshot.WaitKind;
import java.util.Optional;
import java.util.OptionalDouble;

/** Cores are idle because threads wait for the interpreter lock. */
final class InterpreterLockRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        double waits = lane.waitShares().of(WaitKind.INTERPRETER_LOCK).orElse(0);
        boolean sampled = lane.waitShares().sampled();
        String sentence = Phrases.words("%s: %.1f of %s wait for %s%s.", Phrases.idle(lane, cores), waits * lane.threads(), Phrases.threads(lane),
                sampled ? seen(lane) : reported(waits), handoffs(lane));
        Sureness sureness = !sampled ? Sureness.SURE : exact(lane) ? Sureness.LIKELY : Sureness.INFERRED;
        return Rule.whereUnused(lane, cores,
                new Finding(Kind.INTERPRETER_LOCK_BOUND, Claims.of(lane, BudgetPart.INTERPRETER_LOCK), sureness, sentence));
    }

    private static boolean exact(LaneSummary lane) {
        return lane.locks().interpreter().map(lock -> lock.sight() == LockSight.EXACT).orElse(false);
    }

    private static String reported(double waits) {
        return Phrases.words("the interpreter lock at any time (%s of their time)", Phrases.percent(waits));
    }

    /** Short, so that all of it has room on two rows of 80 columns. */
    private static String seen(LaneSummary lane) {
        String whose = lane.locks().interpreter().map(lock -> "CPython " + lock.interpreter().version() + "'s").orElse("the");
        return Phrases.words("%s interpreter lock (inferred)", whose);
    }

    private static String handoffs(LaneSummary lane) {
        OptionalDouble rate = lane.handoffsPerSecond();
        return rate.isPresent() && rate.getAsDouble() > 0 ? Phrases.words("; a handoff every %.1f ms", 1000 / rate.getAsDouble()) : "";
    }
}
