package coreloom.gil;

import java.util.ArrayDeque;

/**
 * A condition as glibc's {@code pthread_cond_t} keeps it, which is not first come, first served: a signal leaves a token and wakes the
 * waiter that has slept longest, but the token belongs to whichever of the waiters of that moment comes first, also one that is not yet
 * asleep. A woken waiter that finds no token goes back to sleep without returning. A thread that comes after the signal cannot take its
 * token.
 *
 * <p>Invariants under the mutex: at most as many tokens as waiters that may take one; while there is a token, such a waiter is awake or about
 * to be woken, and will look. Java's own {@code Condition} is strictly first in,
 * first out; with it the interpreter lock would be kinder to a thread with short I/O than CPython's is.
 */
final class TokenCondition implements Condition {
    private final Primitives primitives;
    private final Primitives.Mutex mutex;
    private final ArrayDeque<Waiter> waiters = new ArrayDeque<>();
    private long arrivals;
    /** Signals not yet taken; written under the mutex, looked at without it before going to sleep. */
    private volatile int tokens;
    /** The last arrival that the newest signal is for; as {@code tokens}. */
    private volatile long reach;

    /** @param mutex held by whoever waits or signals */
    TokenCondition(Primitives primitives, Primitives.Mutex mutex) {
        this.primitives = primitives;
        this.mutex = mutex;
    }

    @Override
    public void signal() {
        if (tokens < waiters.size()) {
            reach = arrivals;
            tokens++;
            wake();
        }
    }

    /**
     * Wakes the longest asleep, and takes as long for it as the system call that glibc makes here, the mutex held: whoever sees the token
     * meanwhile has to sleep for the mutex.
     */
    private void wake() {
        long least = primitives.wakeNanos();
        long end = least > 0 ? primitives.nanos() + least : 0;
        wakeLongestAsleep();
        while (least > 0 && primitives.nanos() < end) {
            Thread.onSpinWait();
        }
    }

    /** Wakes one that has not been woken since it looked last. If there is none, all of them are about to look. */
    private void wakeLongestAsleep() {
        for (Waiter waiter : waiters) {
            if (!waiter.woken) {
                waiter.woken = true;
                waiter.parker.unpark();
                return;
            }
        }
    }

    @Override
    public void await(Waiter waiter) {
        join(waiter);
        while (!leave(waiter, false)) {
            mutex.unlock();
            lookOnTheWay(waiter);
            while (!offered(waiter)) {
                waiter.parker.park();
            }
            mutex.lock();
        }
    }

    @Override
    public boolean await(Waiter waiter, long nanos) {
        join(waiter);
        long deadline = primitives.nanos() + nanos;
        long left = nanos;
        boolean signalled = false;
        while (left > 0 && !signalled) {
            mutex.unlock();
            lookOnTheWay(waiter);
            while (!offered(waiter) && left > 0) {
                waiter.parker.park(left);
                left = deadline - primitives.nanos();
            }
            mutex.lock();
            signalled = leave(waiter, left <= 0);
        }
        return signalled;
    }

    /**
     * On its way to sleep a waiter sees a token as long as it is not asleep. So whoever has just asked for the lock often gets it before one
     * that has slept for long.
     */
    private void lookOnTheWay(Waiter waiter) {
        long onset = primitives.onsetNanos();
        if (onset > 0) {
            long asleep = primitives.nanos() + onset;
            while (!offered(waiter) && primitives.nanos() < asleep) {
                Thread.onSpinWait();
            }
        }
    }

    private void join(Waiter waiter) {
        waiter.arrival = ++arrivals;
        waiters.add(waiter);
    }

    /** Whether there is a token to take; from now on a signal wakes this waiter again. */
    private boolean offered(Waiter waiter) {
        waiter.woken = false;
        return tokens > 0 && waiter.arrival <= reach;
    }

    /**
     * Takes a token if there is one, and goes if it got one or must go anyway: a signal is never left to a waiter that is no longer there. If
     * tokens remain, their wake-ups may have reached this thread alone, so it wakes the next.
     */
    private boolean leave(Waiter waiter, boolean anyway) {
        boolean token = offered(waiter);
        if (token || anyway) {
            waiters.removeFirstOccurrence(waiter);
        }
        if (token) {
            tokens--;
            if (tokens > 0) {
                wakeLongestAsleep();
            }
        }
        return token;
    }
}
