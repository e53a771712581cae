package coreloom.history;

import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.history.BudgetEvidence.Conditions;
import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.WaitKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever the idle budget of a lane is, no rule claims more than all of it. */
class FindingSharesTest {
    private static final long WALL = 1_000_000_000;
    private static final int CORES = 2;
    private static final BudgetPart[] PARTS = {BudgetPart.ON_CPU, BudgetPart.LOCK, BudgetPart.SLEEP, BudgetPart.IO, BudgetPart.CHILD,
        BudgetPart.TOO_FEW_THREADS, BudgetPart.UNSEEN};

    private final List<Rule> rules = Rule.all();

    @Test
    void noFindingClaimsMoreThanTheWhole() {
        for (long seed = 0; seed < 20_000; seed++) {
            LaneSummary lane = lane(new SplittableRandom(seed));
            for (Finding finding : findings(lane, seed)) {
                assertTrue(finding.share() >= 0 && finding.share() <= 1, "seed " + seed + ": " + finding);
            }
        }
    }

    private List<Finding> findings(LaneSummary lane, long seed) {
        try {
            return Rule.findings(rules, lane, CORES);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static LaneSummary lane(SplittableRandom random) {
        long[] parts = parts(random);
        double[] waits = new double[WaitKind.COUNT];
        for (int kind = 0; kind < waits.length; kind++) {
            waits[kind] = random.nextDouble() / waits.length;
        }
        double onCpu = parts[BudgetPart.ON_CPU.ordinal()] / (double) WALL;
        LaneReading reading = new LaneReading(1, "lane", "attached", 0, Phase.MEASURED, 0, 0, List.of(), "");
        LaneSummary.WaitShares shares = random.nextBoolean() ? LaneSummary.WaitShares.of(waits) : LaneSummary.WaitShares.sampled(waits);
        return new LaneSummary(reading, WALL, OptionalDouble.of(onCpu), OptionalDouble.empty(), OptionalDouble.empty(),
                OptionalDouble.of(onCpu / 4), OptionalDouble.of(random.nextDouble() / 2), shares, OptionalLong.empty(),
                OptionalLong.empty(), OptionalDouble.of(100), 1 + random.nextInt(8), Optional.empty(), SeenLocks.NONE, new LaneSummary.Collections(3, 1_000),
                new IdleBudget(parts, WALL, evidence(parts, random)), OptionalDouble.of(0));
    }

    /** Both cores, split among a few parts. */
    private static long[] parts(SplittableRandom random) {
        long[] parts = new long[BudgetPart.COUNT];
        long left = CORES * WALL;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            long taken = random.nextLong(left + 1);
            parts[PARTS[random.nextInt(PARTS.length)].ordinal()] += taken;
            left -= taken;
        }
        parts[PARTS[random.nextInt(PARTS.length)].ordinal()] += left;
        return parts;
    }

    /** Evidence within the parts that it is taken from. */
    private static BudgetEvidence evidence(long[] parts, SplittableRandom random) {
        double few = parts[BudgetPart.TOO_FEW_THREADS.ordinal()] / (double) (CORES * WALL);
        double lock = parts[BudgetPart.LOCK.ordinal()] / (double) (CORES * WALL);
        double left = random.nextBoolean() ? few : random.nextDouble() * few;
        double waiting = random.nextBoolean() ? 0 : random.nextDouble() * lock;
        double mutual = random.nextDouble() * waiting;
        double others = random.nextDouble() * (waiting - mutual);
        double passed = random.nextDouble() * (waiting - mutual - others);
        double unheld = random.nextBoolean() ? lock - waiting : random.nextDouble() * (lock - waiting);
        return new BudgetEvidence(random.nextDouble() * 3, 2, random.nextDouble(), random.nextDouble(), few - left, left, 0, unheld,
                new Conditions(mutual, others, passed, Math.max(0, waiting - mutual - others - passed), 0), random.nextDouble(),
                random.nextDouble(), random.nextDouble(), 1, 1, 0.5);
    }
}
