package coreloom.sampler.linux;

import coreloom.sampler.Fault;
import coreloom.sampler.linux.python.GilWaitRule;
import coreloom.snapshot.LockSign;
import coreloom.snapshot.WaitKind;

/**
 * Tells what one thread is blocked for, from what it asked of the kernel ({@code syscall}), which costs least; where that may not be read,
 * or does not tell, also from its state ({@code stat}) and the function it is blocked in ({@code wchan}). Reused for every thread; a reading
 * allocates nothing. For one thread.
 *
 * <pre>
 *   syscall                    stat    wchan      wait kind
 *   running                                       none
 *   futex                                         interpreter lock, lock, or child (the end of a thread)
 *   poll, recv, accept …                          I/O or poll
 *   nanosleep …                                   sleep
 *   wait4, waitid                                 child
 *   pause, rt_sigsuspend, rt_sigtimedwait         child where the thread has one, else other
 *   fsync, msync …                                disk
 *   read, write, open …        D                  disk
 *   read, write, open …        other              I/O or poll
 *   any other, or none         D                  disk
 *   any other, or none         other              other
 *   may not be read            R Z X I            none
 *   may not be read            other   by name    lock, sleep, child, disk, I/O or poll, other
 * </pre>
 */
class WaitReading {
    private static final int SET_LOCK_AND_WAIT = 7;
    private static final int OPEN_SET_LOCK_AND_WAIT = 38;

    private final ProcShared shared;
    private final SystemCalls calls;
    private final SyscallLine line = new SyscallLine();
    private final ProcText text = new ProcText();
    private WaitKind kind;
    private long lockAddress;
    private LockSign lockSign = LockSign.NONE;

    WaitReading(ProcShared shared) {
        this.shared = shared;
        calls = SystemCalls.of(System.getProperty("os.arch", ""));
    }

    /** The kind of the thread last read; null when it was not blocked. */
    WaitKind kind() {
        return kind;
    }

    /** Address of the lock that the thread last read waited for; 0 when it is not known. */
    long lockAddress() {
        return lockAddress;
    }

    /** What the call of the thread last read tells of a wait as for a lock. */
    LockSign lockSign() {
        return lockSign;
    }

    /** Reads the thread; false when nothing can be said of it. */
    boolean read(WaitFiles files, GilWaitRule rule, FutexWait.TaskNumbers tasks) {
        kind = null;
        lockAddress = 0;
        lockSign = LockSign.NONE;
        if (files.callTold() && readCall(files)) {
            return line.running() || ofCall(files, rule, tasks);
        }
        return ofState(files);
    }

    private boolean readCall(WaitFiles files) {
        Outcome outcome = files.call().read(text);
        if (outcome == Outcome.NO_FILES) {
            shared.lost(outcome, files.call().path());
            return false;
        }
        if (outcome != Outcome.READ) {
            if (shared.lines().readStat(files.stat()) == Outcome.READ && blocked(shared.lines().stat().state())) {
                files.callRefused();
                shared.faults().count(Fault.WAITS_ROUGH, files.call().path());
            }
            return false;
        }
        boolean clear = line.parse(text.bytes(), text.length());
        if (!clear) {
            shared.lost(Outcome.UNCLEAR, files.call().path());
        }
        return clear;
    }

    private boolean ofCall(WaitFiles files, GilWaitRule rule, FutexWait.TaskNumbers tasks) {
        switch (line.wide() ? calls.of(line.number()) : Awaited.OTHER) {
            case FUTEX -> ofFutex(rule, tasks);
            case FUTEXES, LOCK -> kind = WaitKind.LOCK;
            case FILE_CONTROL -> kind = locksFile() ? WaitKind.LOCK : WaitKind.IO;
            case IO -> kind = WaitKind.IO;
            case SYNC -> kind = WaitKind.DISK;
            case TIME -> kind = WaitKind.SLEEP;
            case CHILD -> kind = WaitKind.CHILD;
            case SIGNAL -> {
                return byState(files, hasChildren(files) ? WaitKind.CHILD : WaitKind.OTHER);
            }
            case FILE -> {
                return byState(files, WaitKind.IO);
            }
            case OTHER -> {
                return byState(files, WaitKind.OTHER);
            }
        }
        return true;
    }

    private void ofFutex(GilWaitRule rule, FutexWait.TaskNumbers tasks) {
        kind = calls.futex(line.number()) ? FutexWait.of(line, rule, tasks) : WaitKind.LOCK;
        boolean named = rule == null || rule.addressNamesLock();
        lockAddress = kind == WaitKind.LOCK && named ? line.argument(0) : 0;
        lockSign = kind == WaitKind.LOCK && calls.futex(line.number()) ? FutexWait.sign(line, rule != null) : LockSign.NONE;
    }

    /** Who has children and waits for a signal learns in that way that one of them has ended: timeout(1), shells. */
    private boolean hasChildren(WaitFiles files) {
        return files.children().read(text) == Outcome.READ && text.length() > 0;
    }

    private boolean locksFile() {
        return line.argument(1) == SET_LOCK_AND_WAIT || line.argument(1) == OPEN_SET_LOCK_AND_WAIT;
    }

    /** Disk where the thread may not be disturbed, else as the call says. */
    private boolean byState(WaitFiles files, WaitKind otherwise) {
        if (shared.lines().readStat(files.stat()) != Outcome.READ) {
            return false;
        }
        char state = shared.lines().stat().state();
        if (blocked(state)) {
            kind = state == 'D' ? WaitKind.DISK : stopped(state) ? WaitKind.OTHER : otherwise;
        }
        return true;
    }

    private boolean ofState(WaitFiles files) {
        if (!byState(files, WaitKind.OTHER)) {
            return false;
        }
        if (kind != WaitKind.OTHER || stopped(shared.lines().stat().state())) {
            return true;
        }
        boolean told = files.channel().read(text) == Outcome.READ && WaitChannel.told(text.bytes(), text.length());
        kind = told ? WaitChannel.parse(text.bytes(), text.length()) : null;
        return told;
    }

    /** Whether a thread in that state was stopped, in whatever call it is. */
    static boolean stopped(char state) {
        return state == 'T' || state == 't';
    }

    /** Whether a thread in that state waits for something: it does not run, is not ready to, and has not ended. */
    static boolean blocked(char state) {
        return state == 'S' || state == 'D' || stopped(state);
    }
}
