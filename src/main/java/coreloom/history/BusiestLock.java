package coreloom.history;

/**
 * The lock of a watched program on which most time was waited, as far as threads were looked at.
 *
 * @param pid     its process
 * @param address where it lies in the memory of that process
 * @param threads how many threads were seen waiting for it at once
 * @param told    whether the calls that wait for it tell that it is a lock; else it may be a semaphore, or a queue of workers without work
 */
public record BusiestLock(int pid, long address, int threads, boolean told) {
    /** As debuggers write it. */
    public String name() {
        return "0x" + Long.toHexString(address);
    }
}
