package coreloom.history;

import coreloom.history.Finding.Kind;
import coreloom.history.Finding.Sureness;
import java.util.Optional;

/** The lane uses the cores on offer. */
final class AllWellRule implements Rule {
    @Override
    public Optional<Finding> examine(LaneSummary lane, int cores) {
        return Rule.littleUnused(lane, cores)
                ? Optional.of(new Finding(Kind.ALL_WELL, Rule.used(lane, cores), Sureness.SURE, "All well: " + use(lane, cores))) : Optional.empty();
    }

    /** How many cores the lane uses, and what else there is to say of it. */
    static String use(LaneSummary lane, int cores) {
        String speedUp = lane.speedUp().isPresent() ? Phrases.words(", %.2f times the work of one worker", lane.speedUp().getAsDouble()) : "";
        String others = Phrases.whoElse(lane).stream().map(who -> "; " + who).findFirst().orElse("");
        return Phrases.words("%s %.2f of %s%s%s%s.", Phrases.they(lane, "use", "uses"), lane.effectiveCores().orElse(0),
                Phrases.online(lane, cores), Phrases.confined(lane), speedUp, others);
    }
}
