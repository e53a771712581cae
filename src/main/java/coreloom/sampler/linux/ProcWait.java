package coreloom.sampler.linux;

import coreloom.sampler.linux.python.GilWaitRule;
import coreloom.snapshot.LockSign;
import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WaitKind;

/** What one thread was found to wait for: at the last look, and how often for what. */
final class ProcWait implements AutoCloseable {
    /** Together they take about as long as it takes to wake a thread up. */
    private static final int MORE_READINGS = 4;

    private final WaitFiles files;
    private final int[] blocked = new int[WaitKind.COUNT];
    private int samples;
    private boolean known;
    private WaitKind kind;
    private long lockAddress;
    private LockSign lockSign = LockSign.NONE;
    private WaitKind firstKind;
    private boolean mixed;

    ProcWait(WaitFiles files) {
        this.files = files;
    }

    /** Whether what it waits for is known as of the last look. */
    boolean known() {
        return known;
    }

    /**
     * Looks at the thread, and counts what is found as a sample. One that runs, or is being woken up, is looked at for some µs more: on its way into the next
     * wait it stands for the moments of being woken up, which no look sees, although they are blocked time. There are as many of either.
     */
    void look(WaitReading reading, GilWaitRule rule, FutexWait.TaskNumbers tasks) {
        known = reading.read(files, rule, tasks);
        for (int more = 0; more < MORE_READINGS && known && reading.kind() == null; more++) {
            known = reading.read(files, rule, tasks);
        }
        if (known) {
            count(reading.kind(), reading.lockAddress());
            lockSign = reading.kind() == WaitKind.LOCK ? reading.lockSign() : lockSign;
        }
    }

    /** Takes note that it was found stopped: its call, which it will go on with, is not what it waits for. */
    void stopped() {
        known = true;
        count(WaitKind.OTHER, 0);
    }

    private void count(WaitKind found, long address) {
        kind = found;
        lockAddress = address;
        samples++;
        if (kind != null) {
            blocked[kind.ordinal()]++;
            mixed |= firstKind != null && firstKind != kind;
            firstKind = firstKind == null ? kind : firstKind;
        }
    }

    /** Whether it was found to wait for more than one thing since this was last asked. */
    boolean takeMixed() {
        boolean was = mixed;
        mixed = false;
        firstKind = kind;
        return was;
    }

    /** Puts it into the thread's row. */
    void write(ThreadTable into, int row) {
        if (samples == 0) {
            return;
        }
        into.samples(row, samples);
        for (int i = 0; i < blocked.length; i++) {
            into.blockedSamples(row, WaitKind.of(i), blocked[i]);
        }
        if (known && kind != null) {
            into.wait(row, kind, lockAddress);
        }
        into.lockSign(row, lockSign);
    }

    @Override
    public void close() {
        files.close();
    }
}
