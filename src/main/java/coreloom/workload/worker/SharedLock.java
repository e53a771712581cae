package coreloom.workload.worker;

import java.util.concurrent.locks.ReentrantLock;

/** One unfair lock for the critical sections of a process, which remembers who had it last. */
final class SharedLock {
    final ReentrantLock lock = new ReentrantLock();
    private Context lastHolder;

    /** Notes that this worker has the lock now, and tells whether another had it before. Only the holder calls it. */
    boolean takenOver(Context holder) {
        boolean handoff = lastHolder != null && lastHolder != holder;
        lastHolder = holder;
        return handoff;
    }
}
