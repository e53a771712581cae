package coreloom.sampler.linux;

import coreloom.sampler.linux.python.GilWaitRule;
import coreloom.sampler.linux.python.PythonWait;
import coreloom.snapshot.WaitKind;

/**
 * What a thread waits for in a futex call (futex(2)): the interpreter lock where a rule for it holds, the end of another thread where the C
 * library awaits that, else a lock, or a condition, which from outside look alike.
 */
final class FutexWait {
    private static final int PRIVATE = 0x80;
    private static final int COMMAND = 0x7f;
    private static final int WAIT = 0;
    private static final int LOCK_PI = 6;
    private static final int WAIT_BITSET = 9;
    private static final int WAIT_REQUEUE_PI = 11;
    private static final int LOCK_PI2 = 13;

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

    private static boolean waits(int command) {
        return command == WAIT || command == LOCK_PI || command == WAIT_BITSET || command == WAIT_REQUEUE_PI || command == LOCK_PI2;
    }

    /** The thread ids of a process. The C library awaits the end of a thread on a word that holds its id (pthread_join(3)). */
    @FunctionalInterface
    interface TaskNumbers {
        boolean has(long tid);
    }
}
