package coreloom.history;

import java.util.Arrays;

/**
 * The time of the cores on offer to a lane, or to all lanes of the machine, split without remainder: cores × wall time, in core-nanoseconds. The parts
 * are whole numbers whose sum is the whole.
 */
public final class IdleBudget {
    /** Of no time at all: nothing is known yet. */
    public static final IdleBudget NONE = new IdleBudget(new long[BudgetPart.COUNT], 0, BudgetEvidence.NONE);

    private final long[] nanos;
    private final long wallNanos;
    private final long whole;
    private final BudgetEvidence evidence;

    /**
     * @param parts     core-ns by ordinal of {@link BudgetPart}, none negative; copied
     * @param wallNanos wall time that it is of
     * @param evidence  what tells the reasons apart
     */
    IdleBudget(long[] parts, long wallNanos, BudgetEvidence evidence) {
        nanos = parts.clone();
        this.wallNanos = wallNanos;
        this.evidence = evidence;
        whole = Arrays.stream(nanos).sum();
    }

    /** Whether there is any time to split. */
    public boolean known() {
        return whole > 0;
    }

    /** Core-nanoseconds of the part. */
    public long nanos(BudgetPart part) {
        return nanos[part.ordinal()];
    }

    /** What the parts do not tell of the same time, for the rules. */
    BudgetEvidence evidence() {
        return evidence;
    }

    /** This one and another of other time together, without what tells their reasons apart. */
    IdleBudget plus(IdleBudget other) {
        if (!known() || !other.known()) {
            return known() ? this : other;
        }
        long[] sum = nanos.clone();
        for (int part = 0; part < sum.length; part++) {
            sum[part] += other.nanos[part];
        }
        return new IdleBudget(sum, wallNanos + other.wallNanos, BudgetEvidence.NONE);
    }

    /** All of it, core-ns. */
    public long wholeNanos() {
        return whole;
    }

    /** Cores on offer, on average; 0 when nothing is known. */
    public double cores() {
        return wallNanos > 0 ? (double) whole / wallNanos : 0;
    }

    /** Share of the whole, 0 to 1; 0 when nothing is known. */
    public double share(BudgetPart part) {
        return whole > 0 ? (double) nanos(part) / whole : 0;
    }

    /** Share of the whole in which nobody used the cores. */
    public double idleShare() {
        double used = share(BudgetPart.ON_CPU) + share(BudgetPart.OTHERS) + share(BudgetPart.STEAL);
        return whole > 0 ? Math.max(0, 1 - used) : 0;
    }

    /**
     * The shares as whole numbers whose sum is {@code units}: each is rounded down, and what is missing goes to those with the largest remainders.
     *
     * @param units 1000 for tenths of a percent
     * @return by ordinal of {@link BudgetPart}; all 0 when nothing is known
     */
    public int[] rounded(int units) {
        int[] result = new int[nanos.length];
        double[] remainder = new double[nanos.length];
        int left = known() ? units : 0;
        for (int part = 0; part < nanos.length && known(); part++) {
            double exact = (double) nanos[part] / whole * units;
            result[part] = (int) Math.min(left, (long) exact);
            remainder[part] = exact - result[part];
            left -= result[part];
        }
        for (; left > 0; left--) {
            int largest = largest(remainder);
            result[largest]++;
            remainder[largest] -= 1;
        }
        return result;
    }

    private static int largest(double[] values) {
        int at = 0;
        for (int i = 1; i < values.length; i++) {
            at = values[i] > values[at] ? i : at;
        }
        return at;
    }
}
