package coreloom.sampler.linux;

import coreloom.sampler.linux.python.GilWaitRule;
import coreloom.sampler.linux.python.PythonWait;
import coreloom.snapshot.LockSign;
import coreloom.snapshot.WaitKind;

/**
 * What a thread waits for in a futex call (futex(2)): the interpreter lock where a rule for it holds, the end of another thread where the C
 * library awaits that, else a lock, or a condition, which from outside look alike.
 */
final class FutexWait {
    private static final int PRIVATE = 0x80;
    private static final int REAL_TIME = 0x100;
    private static final int COMMAND = 0x7f;
    private static final int WAIT = 0;
    private static final int LOCK_PI = 6;
    private static final int WAIT_BITSET = 9;
    private static final int WAIT_REQUEUE_PI = 11;
    private static final int LOCK_PI2 = 13;
    /** State of a mutex that is held and waited for. */
    private static final int CONTENDED = 2;
    /** Up to here a word may be the state of a lock. */
    private static final int MOST_STATES = 3;

    private FutexWait() {}

    /** {@code rule} is null where no interpreter lock is known. Allocates nothing. */
    static WaitKind of(SyscallLine call, GilWaitRule rule, TaskNumbers tasks) {
        int operation = (int) call.argument(1);
        if (!waits(operation & COMMAND)) {
            return WaitKind.OTHER;
        }
        if ((operation & PRIVATE) == 0 && tasks.has(call.argument(2))) {
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
        LockSign sign = switch ((int) call.argument(1) & COMMAND) {
            case LOCK_PI, LOCK_PI2 -> LockSign.LOCK;
            case WAIT_REQUEUE_PI -> LockSign.CONDITION;
            case WAIT -> expected == CONTENDED || expected == -1 ? LockSign.LOCK : expected > CONTENDED ? LockSign.CONDITION : LockSign.NONE;
            case WAIT_BITSET -> ofBitSet(call, expected);
            default -> LockSign.NONE;
        };
        return interpreter && sign == LockSign.CONDITION ? LockSign.NONE : sign;
    }

    private static LockSign ofBitSet(SyscallLine call, int expected) {
        boolean lasting = call.argument(3) == 0 && (call.argument(1) & REAL_TIME) == 0;
        if (expected == CONTENDED && lasting) {
            return LockSign.LOCK;
        }
        return expected == 0 || expected > MOST_STATES || expected < -1 ? LockSign.CONDITION : LockSign.NONE;
    }

    private static boolean waits(int command) {
        return command == WAIT || command == LOCK_PI || command == WAIT_BITSET || command == WAIT_REQUEUE_PI || command == LOCK_PI2;
    }

    /** The thread ids of a process. The C library awaits the end of a thread on a word that holds its id (pthread_join(3)). */
    @FunctionalInterface
    interface TaskNumbers {
        boolean has(long tid);
    }
}
