package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.history.Finding.Sureness;
import java.util.Optional;

/** More threads want a core than there are cores: none is idle, and threads wait for their turn. */
final class OversubscribedRule implements Rule {
    private static final double MUCH = 0.2;

    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        double delay = lane.runDelayShare().orElse(0);
        double offered = Rule.offered(lane, cores);
        boolean many = lane.threads() > offered && lane.effectiveCores().orElse(0) + delay * lane.threads() > offered;
        if (!many || delay < MUCH || lane.budget().idleShare() >= LITTLE) {
            return Optional.empty();
        }
        String others = Phrases.whoElse(lane).stream().map(who -> ", and " + who).findFirst().orElse("");
        String sentence = Phrases.ready(lane, cores) + ": more threads than cores" + others + ".";
        return Optional.of(new Finding(Kind.OVERSUBSCRIBED, Rule.used(lane, cores), Sureness.SURE, sentence));
    }
}
