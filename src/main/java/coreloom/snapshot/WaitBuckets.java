package coreloom.snapshot;

/**
 * The fixed buckets of every wait histogram: eight per power of two from 128 ns to 137 s, so that a value read back is at most 12.5 % off.
 *
 * <pre>
 *   bucket   0 .. 7     128 ns, 144 ns, … 240 ns      (and everything below 128 ns, in bucket 0)
 *   bucket   8 .. 15    256 ns, 288 ns, … 480 ns
 *   …
 *   bucket 232 .. 239   68.7 s, … 128.8 s             (and everything above, in bucket 239)
 * </pre>
 */
public final class WaitBuckets {
    public static final int COUNT = 240;

    private static final int FIRST_EXPONENT = 7;
    private static final int PER_OCTAVE_BITS = 3;

    private WaitBuckets() {}

    /** Bucket of a wait of that many ns. */
    public static int of(long nanos) {
        if (nanos < 1 << FIRST_EXPONENT) {
            return 0;
        }
        int exponent = 63 - Long.numberOfLeadingZeros(nanos);
        int within = (int) (nanos >>> (exponent - PER_OCTAVE_BITS)) & 7;
        return Math.min(COUNT - 1, ((exponent - FIRST_EXPONENT) << PER_OCTAVE_BITS) + within);
    }

    /** Smallest number of ns in the bucket; 0 for the first. */
    public static long floorNanos(int bucket) {
        return bucket == 0 ? 0 : lowerBound(bucket);
    }

    /** The middle of the bucket, ns: what a percentile that falls into it is said to be. */
    public static long middleNanos(int bucket) {
        return (lowerBound(bucket) + lowerBound(bucket + 1)) / 2;
    }

    private static long lowerBound(int bucket) {
        int exponent = FIRST_EXPONENT + (bucket >>> PER_OCTAVE_BITS);
        return (8L + (bucket & 7)) << (exponent - PER_OCTAVE_BITS);
    }
}
