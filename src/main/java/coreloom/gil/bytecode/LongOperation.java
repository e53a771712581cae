package coreloom.gil.bytecode;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** One builtin that takes long: adds up the numbers of a range, in pieces, and looks at nothing until it is done. */
public final class LongOperation {
    /** The longest operation, µs: the sum of more numbers may outgrow 64 bits. */
    public static final long MAX_MICROS = 500_000;
    private static final long PIECE = 4096;
    private static final long TRIED_STEPS = 50 * PIECE;
    private static final int TRIES = 40;

    private LongOperation() {}

    /** The sum of the numbers from 0 to before {@code stop}; after each piece, what is within an operation is done. */
    static long sum(long stop, Runnable within) {
        long total = 0;
        for (long from = 0; from < stop; from += PIECE) {
            total = Math.addExact(total, piece(from, Math.min(stop, from + PIECE)));
            within.run();
        }
        return total;
    }

    private static long piece(long from, long to) {
        long total = 0;
        for (long number = from; number < to; number++) {
            total = Math.addExact(total, number);
        }
        return total;
    }

    /**
     * How many steps an operation of that length has here, at least 1: tried out on the calling thread, which takes some ms. The shortest of
     * several tries counts: the others were interpreted yet, or interrupted.
     *
     * @param clock monotonic time, ns
     */
    public static long steps(long micros, LongSupplier clock) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long began = clock.getAsLong();
            long sum = sum(TRIED_STEPS, () -> { });
            long took = clock.getAsLong() - began;
            best = sum > 0 ? Math.min(best, took) : best;
        }
        return Math.max(1, TimeUnit.MICROSECONDS.toNanos(micros) * TRIED_STEPS / Math.max(1, best));
    }
}
