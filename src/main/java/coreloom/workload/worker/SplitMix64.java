package coreloom.workload.worker;

/**
 * A sequence of pseudo-random numbers of one worker: the same for the same seed. SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014),
 * as in {@link java.util.SplittableRandom}; nothing of it allocates.
 */
final class SplitMix64 {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    SplitMix64(long seed) {
        state = seed;
    }

    /** The next 64 bits. */
    long next() {
        state += GOLDEN;
        return mixed(state);
    }

    /** The next number from 0 to below {@code bound}, which is at least 1. */
    int below(int bound) {
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    /** Scrambles all bits: neighbouring numbers come out far apart. */
    static long mixed(long bits) {
        long half = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        long most = (half ^ half >>> 27) * 0x94D049BB133111EBL;
        return most ^ most >>> 31;
    }
}
