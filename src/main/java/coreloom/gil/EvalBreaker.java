package coreloom.gil;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** What must be looked after at the next safe point, as bits: set by any thread, looked at by those that run under it. */
final class EvalBreaker {
    private static final int DROP_REQUEST = 1;
    private static final VarHandle BITS = bits();

    private volatile int bits;

    boolean anything() {
        return bits != 0;
    }

    boolean dropRequested() {
        return (bits & DROP_REQUEST) != 0;
    }

    void requestDrop() {
        BITS.getAndBitwiseOr(this, DROP_REQUEST);
    }

    void clearDropRequest() {
        if (dropRequested()) {
            BITS.getAndBitwiseAnd(this, ~DROP_REQUEST);
        }
    }

    private static VarHandle bits() {
        try {
            return MethodHandles.lookup().findVarHandle(EvalBreaker.class, "bits", int.class);
        } catch (ReflectiveOperationException missing) {
            throw new AssertionError(missing);
        }
    }
}
