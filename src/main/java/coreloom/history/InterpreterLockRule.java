package coreloom.history;

import coreloom.snapshot.WaitKind;
import java.util.Optional;
import java.util.OptionalDouble;

/** Cores are idle because threads wait for the interpreter lock. */
final class InterpreterLockRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int usableCores) {
        double waits = lane.waitShares().of(WaitKind.INTERPRETER_LOCK).orElse(0);
        double explained = Rule.explained(lane, usableCores, waits);
        if (waits < 0.1 || Rule.littleUnused(lane, usableCores)) {
            return Optional.empty();
        }
        String sentence = Rule.words("%s: %.1f of %s wait for %s%s.", Rule.idle(lane, usableCores), waits * lane.threads(), Rule.threads(lane),
                lane.waitShares().sampled() ? seen(lane, waits) : reported(waits), handoffs(lane));
        return Optional.of(new Finding(Finding.Kind.INTERPRETER_LOCK, explained, sentence));
    }

    private static String reported(double waits) {
        return Rule.words("the interpreter lock at any time (%s of their time)", Rule.percent(waits));
    }

    /** Short, because there is more to say of a program that is not ours. */
    private static String seen(LaneSummary lane, double waits) {
        String whose = lane.locks().interpreter().map(lock -> "CPython " + lock.interpreter().version() + "'s").orElse("the");
        return Rule.words("%s interpreter lock (%s of the time, inferred)", whose, Rule.percent(waits));
    }

    private static String handoffs(LaneSummary lane) {
        OptionalDouble rate = lane.handoffsPerSecond();
        return rate.isPresent() && rate.getAsDouble() > 0 ? Rule.words("; a handoff every %.1f ms", 1000 / rate.getAsDouble()) : "";
    }
}
