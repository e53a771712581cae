package coreloom.sampler.linux.python;

import coreloom.sampler.linux.FutexOperation;
import java.util.List;

/**
 * Tells from a thread's futex call (futex(2), as {@code /proc/PID/task/TID/syscall} prints it) what it waits for. It holds for CPython 3.8
 * and later with glibc, whose condition variables sleep on a word of their own: the interpreter lock and all it is made of lie in the
 * variables of the interpreter, every other lock lies elsewhere.
 *
 * <pre>
 *   operation                                    timeout   address         wait
 *   0x89  wait, private, monotonic clock         yes       the lock's      interpreter lock
 *   0x189 wait, private, real-time clock         no        the lock's      forced switch
 *   0x80  wait, private                          no        the lock's      interpreter lock: the mutex inside it
 *   0x89, 0x189, 0x80 …                          either    any other       another lock
 *   0x109 wait, not private                      either    any             a lock of several processes
 * </pre>
 * Two things it cannot tell. An interpreter with a lock of its own (PEP 684, 3.12 and later) that is not the main one keeps that lock on
 * the heap: waits for it are taken for another lock. And until 3.10 a {@code Lock.acquire(timeout)} waits by the real-time clock, from 3.11
 * on by the monotonic one, so that the operation alone says nothing without the address.
 *
 * @param version of the interpreter
 * @param exact   whether {@code lock} is the runtime's state or less; else it is all variables of the file the interpreter is in, and the
 *                mutex of any library linked into it may lie there
 * @param lock    where the interpreter lock lies
 */
public record GilWaitRule(PythonVersion version, boolean exact, List<AddressRange> lock) {
    /** From here on {@code threading.Lock} waits on a word in the waiter's own stack. */
    private static final int PARKING = 14;

    public GilWaitRule {
        lock = List.copyOf(lock);
    }

    /**
     * What the thread waits for. Allocates nothing.
     *
     * @param operation the second argument of the call
     * @param timed     whether the fourth, the timeout, is not NULL
     * @param address   the first argument
     */
    public PythonWait matches(int operation, boolean timed, long address) {
        if (!FutexOperation.waits(operation)) {
            return PythonWait.NONE;
        }
        if (!FutexOperation.isPrivate(operation)) {
            return PythonWait.SHARED_LOCK;
        }
        return inLock(address) ? ofTheLock(operation, timed) : PythonWait.LOCK;
    }

    private PythonWait ofTheLock(int operation, boolean timed) {
        int command = FutexOperation.command(operation);
        if (command == FutexOperation.WAIT_BITSET && timed != FutexOperation.isRealTime(operation)) {
            return timed ? PythonWait.INTERPRETER_LOCK : PythonWait.FORCED_SWITCH;
        }
        return command == FutexOperation.WAIT && !timed && exact ? PythonWait.INTERPRETER_LOCK : PythonWait.LOCK;
    }

    private boolean inLock(long address) {
        for (int i = 0; i < lock.size(); i++) {
            if (lock.get(i).contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** Whether two threads that wait for the same other lock wait at the same address, so that the address names the lock. */
    public boolean addressNamesLock() {
        return !version.freeThreaded() && version.minor().isPresent() && !version.atLeast(PARKING);
    }
}
