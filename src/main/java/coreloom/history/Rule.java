package coreloom.history;

import coreloom.history.Finding.Sureness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One rule: looks at what a lane has done and answers silence, or a finding with its evidence. Adding a finding is adding a rule. */
interface Rule {
    /** Until that much was measured, rules that say nothing else of it say "not yet", ns. */
    long ENOUGH_NANOS = 200_000_000;

    /** What takes a smaller share of the idle budget is not worth a finding. */
    double WORTH = 0.05;

    /** Unused cores below this share of those on offer are no riddle. */
    double LITTLE = 0.12;

    /** @param cores on offer to the lane */
    Optional<Finding> examine(LaneSummary lane, int cores);

    /** Whether too little was measured for this rule: it is not asked before. */
    default boolean notYet(LaneSummary lane) {
        return lane.wallNanos() < ENOUGH_NANOS || lane.effectiveCores().isEmpty() || !lane.budget().known();
    }

    /** Every rule; among findings with the same share that of the earlier one comes first. */
    static List<Rule> all() {
        return List.of(new FailedRule(), new NotYetRule(), new QuotaRule(), new AffinityRule(), new PoolRule(), new ConvoyRule(),
                new InterpreterLockRule(), new ImbalanceRule(), new LockRule(), new DiskRule(), new IoRule(), new SleepRule(),
                new StolenByProgramsRule(), new StolenByHypervisorRule(), new OversubscribedRule(), new RunQueueRule(), new TooFewThreadsRule(),
                new ChildRule(), new EventLoopRule(), new CollectorRule(), new AllWellRule(), new UnexplainedRule());
    }

    /**
     * All findings about a lane, the one with the largest share of the idle budget first; what nobody can explain comes last, however large. There is
     * always one, because {@link NotYetRule} and {@link UnexplainedRule} between them never keep silent.
     *
     * @param allCores cores that lanes may use that are not confined to fewer
     */
    static List<Finding> findings(List<Rule> rules, LaneSummary lane, int allCores) {
        int cores = lane.budget().known() ? Math.max(1, (int) Math.ceil(lane.budget().cores() - 0.1)) : lane.lane().usableOf(allCores);
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (!rules.get(i).notYet(lane)) {
                rules.get(i).examine(lane, cores).ifPresent(found::add);
            }
        }
        if (found.size() > 1) {
            found.removeIf(finding -> unexplained(finding) && finding.share() == 0);
        }
        found.sort(Comparator.comparing(Rule::unexplained).thenComparing(Comparator.comparingDouble(Finding::share).reversed()));
        return found;
    }

    private static boolean unexplained(Finding finding) {
        return finding.kind() == Finding.Kind.UNEXPLAINED;
    }

    /** The finding with the largest share; that something failed does not hide where the time went until then. */
    static Finding verdict(List<Finding> findings) {
        Finding first = findings.get(0);
        boolean more = first.kind() == Finding.Kind.FAILED && findings.size() > 1 && findings.get(1).kind() != Finding.Kind.NOT_YET;
        return more ? new Finding(first.kind(), first.share(), first.sureness(), first.sentence() + " " + findings.get(1).sentence()) : first;
    }

    /** Whether the lane used nearly all the cores on offer, so that there is nothing to explain. */
    static boolean littleUnused(LaneSummary lane, int cores) {
        return 1 - used(lane, cores) < LITTLE;
    }

    /** Share of the cores on offer that the lane used, 0 to 1. */
    static double used(LaneSummary lane, int cores) {
        return Math.min(1, lane.effectiveCores().orElse(0) / offered(lane, cores));
    }

    /** Cores on offer; no whole number where one came or went. */
    static double offered(LaneSummary lane, int cores) {
        return lane.budget().known() ? lane.budget().cores() : cores;
    }

    /** How sure a finding about waits is: the workers' own reports are exact. */
    static Sureness ofWaits(LaneSummary lane) {
        return lane.waitShares().sampled() ? Sureness.LIKELY : Sureness.SURE;
    }

    /** A finding that accounts for so much, where that is worth one and cores are unused. */
    static Optional<Finding> whereUnused(LaneSummary lane, int cores, Finding finding) {
        return finding.share() < WORTH || littleUnused(lane, cores) ? Optional.empty() : Optional.of(finding);
    }
}
