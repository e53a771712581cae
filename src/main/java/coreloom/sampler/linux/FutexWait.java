package coreloom.sampler.linux;

import coreloom.sampler.linux.python.GilWaitRule;
import coreloom.sampler.linux.python.PythonWait;
import coreloom.snapshot.LockSign;
import coreloom.snapshot.WaitKind;

/**
 * What a thread waits for in a futex call (futex(2)): the interpreter lock where a rule for it holds, the end of another thread where the C
 * library awaits that, else a lock or a condition, of which {@link #sign} tells as much as can be told.
 */
final class FutexWait {
    /** State of a mutex that is held and waited for. */
    private static final int CONTENDED = 2;
    /** Up to here a word may be the state of a lock. */
    private static final int MOST_STATES = 3;

    private FutexWait() {}

    /** {@code rule} is null where no interpreter lock is known. Allocates nothing. */
    static WaitKind of(SyscallLine call, GilWaitRule rule, TaskNumbers tasks) {
        int operation = (int) call.argument(1);
        if (!FutexOperation.waits(operation)) {
            return WaitKind.OTHER;
        }
        if (!FutexOperation.isPrivate(operation) && tasks.has(call.argument(2))) {
            return WaitKind.CHILD;
        }
        PythonWait wait = rule == null ? PythonWait.LOCK : rule.matches(operation, call.argument(3) != 0, call.argument(0));
        return switch (wait) {
            case INTERPRETER_LOCK, FORCED_SWITCH -> WaitKind.INTERPRETER_LOCK;
            case LOCK, SHARED_LOCK -> WaitKind.LOCK;
            case NONE -> WaitKind.OTHER;
        };
    }

    /**
     * What a call that waits as for a lock tells of its word, by what it expects of it. Allocates nothing.
     *
     * <pre>
     *   operation        expects              word of
     *   lock, PI         any                  a lock that inherits priorities
     *   requeue, PI      any                  a condition
     *   wait             2                    a mutex with waiters: glibc, the runtime of Go
     *                    −1                   a mutex with waiters: libgomp
     *                    0, 1, below −1       either: whole threads that are parked, locks of other libraries
     *                    other                a barrier, or another counter of rounds
     *   wait, bit set    2, no deadline       a mutex with waiters, where the clock is the monotonic one: Rust
     *                    1, 2, 3, −1          either: read-write locks, threads that are parked
     *                    other                a condition or a semaphore
     * </pre>
     *
     * @param interpreter whether it is a CPython, whose locks are made of semaphores
     */
    static LockSign sign(SyscallLine call, boolean interpreter) {
        int expected = (int) call.argument(2);
        LockSign sign = switch (FutexOperation.command((int) call.argument(1))) {
            case FutexOperation.LOCK_PI, FutexOperation.LOCK_PI2 -> LockSign.LOCK;
            case FutexOperation.WAIT_REQUEUE_PI -> LockSign.CONDITION;
            case FutexOperation.WAIT -> expected == CONTENDED || expected == -1 ? LockSign.LOCK
                    : expected > CONTENDED ? LockSign.CONDITION : LockSign.NONE;
            case FutexOperation.WAIT_BITSET -> ofBitSet(call, expected);
            default -> LockSign.NONE;
        };
        return interpreter && sign == LockSign.CONDITION ? LockSign.NONE : sign;
    }

    private static LockSign ofBitSet(SyscallLine call, int expected) {
        boolean lasting = call.argument(3) == 0 && !FutexOperation.isRealTime((int) call.argument(1));
        if (expected == CONTENDED && lasting) {
            return LockSign.LOCK;
        }
        return expected == 0 || expected > MOST_STATES || expected < -1 ? LockSign.CONDITION : LockSign.NONE;
    }

    /** The thread ids of a process. The C library awaits the end of a thread on a word that holds its id (pthread_join(3)). */
    @FunctionalInterface
    interface TaskNumbers {
        boolean has(long tid);
    }
}
