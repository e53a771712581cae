package coreloom.history;

/**
 * The lock of a watched program on which most time was waited, as far as threads were looked at.
 *
 * @param pid     its process
 * @param address where it lies in the memory of that process
 * @param threads how many threads were seen waiting for it at once
 */
public record BusiestLock(int pid, long address, int threads) {
    /** As debuggers write it. */
    public String name() {
        return "0x" + Long.toHexString(address);
    }
}
