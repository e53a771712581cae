package coreloom.sampler.oshi;

/**
 * One thread with its row.
 *
 * @param row         its row, for as long as it lives
 * @param pid         its process
 * @param startMillis when it started, as told when it was first met
 * @param leastMillis on-CPU time, ms, below which no true reading can fall
 * @param detail      what was told last
 */
record OshiThread(int row, int pid, long startMillis, long leastMillis, ThreadDetail detail) {
    /** OSHI dates a thread half a second too late at most while it is young, and by its own rounding. */
    private static final long SAME_START_MILLIS = 1000;

    OshiThread(int row, int pid, ThreadDetail detail) {
        this(row, pid, detail.startMillis(), detail.cpuMillis().orElse(0), detail);
    }

    /** What that row is after the next reading: the same thread, or another one that has its id now. */
    OshiThread then(ThreadDetail next) {
        boolean told = next.cpuMillis().isPresent();
        if (told && Math.abs(next.startMillis() - startMillis) > SAME_START_MILLIS) {
            return new OshiThread(row, pid, next);
        }
        return new OshiThread(row, pid, startMillis, Math.max(leastMillis, next.cpuMillis().orElse(0)), next);
    }

    /** Whether it told less on-CPU time than before. */
    boolean fell() {
        return detail.cpuMillis().isPresent() && detail.cpuMillis().getAsLong() < leastMillis;
    }
}
