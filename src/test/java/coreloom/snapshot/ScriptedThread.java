package coreloom.snapshot;

/** A thread of a {@link ScriptedMachine}: asleep on core 0 with every reading known, until told otherwise. */
public final class ScriptedThread {
    private final int pid;
    private final int tid;
    private final long startTicks;
    private String name;
    private boolean ended;
    private int unknown;
    private double onCpu;
    private double runDelay;
    private double slices;
    private char state = 'S';
    private int core;
    private String affinity;
    private long onCpuNanos;
    private long runDelayNanos;
    private double sliceCount;
    private final double[] looks = new double[WaitKind.COUNT];
    private final double[] found = new double[WaitKind.COUNT];
    private WaitKind wait;
    private long lockAddress;
    private LockSign lockSign = LockSign.NONE;
    private double lookedAt;
    private double looksPerSecond;

    ScriptedThread(int pid, int tid, long startTicks, String name) {
        this.pid = pid;
        this.tid = tid;
        this.startTicks = startTicks;
        this.name = name;
    }

    /** Share of the time that it executes. */
    public ScriptedThread onCpu(double share) {
        onCpu = share;
        return this;
    }

    /** Share of the time that it is runnable and waits for a core. */
    public ScriptedThread runDelay(double share) {
        runDelay = share;
        return this;
    }

    /** How often a second it is put on a core. */
    public ScriptedThread slices(double perSecond) {
        slices = perSecond;
        return this;
    }

    public ScriptedThread state(char letter) {
        state = letter;
        return this;
    }

    /** The core that it ran on last. */
    public ScriptedThread lastOn(int coreId) {
        core = coreId;
        return this;
    }

    /** The cores that it may use, as the kernel lists them. */
    public ScriptedThread affinity(String cores) {
        affinity = cores;
        return this;
    }

    public ScriptedThread renamed(String newName) {
        name = newName;
        return this;
    }

    /** From here on it is looked at so often a second. */
    public ScriptedThread looks(double perSecond) {
        looksPerSecond = perSecond;
        return this;
    }

    /** From here on it is found blocked so, so often a second, and so it is at the snapshots. */
    public ScriptedThread foundWaiting(WaitKind kind, double perSecond) {
        looks[kind.ordinal()] = perSecond;
        wait = wait == null || perSecond > looks[wait.ordinal()] ? kind : wait;
        return this;
    }

    /** The lock that it waits for at the snapshots. */
    public ScriptedThread lock(long address) {
        lockAddress = address;
        return this;
    }

    /** What its waits as for a lock tell of themselves. */
    public ScriptedThread sign(LockSign told) {
        lockSign = told;
        return this;
    }

    /** From here on those readings cannot be had, and all others can: bits of {@link ThreadTable#knows}. */
    public ScriptedThread without(int readings) {
        unknown = readings;
        return this;
    }

    /** Its row is free from here on, and the next new thread may take it. */
    public void ends() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }

    int tid() {
        return tid;
    }

    void pass(long nanos) {
        onCpuNanos += Math.round(onCpu * nanos);
        runDelayNanos += Math.round(runDelay * nanos);
        sliceCount += slices * nanos / 1e9;
        lookedAt += looksPerSecond * nanos / 1e9;
        for (int kind = 0; kind < looks.length; kind++) {
            found[kind] += looks[kind] * nanos / 1e9;
        }
    }

    void putInto(ThreadTable table, int row) {
        if (ended) {
            return;
        }
        table.put(row, pid, tid, startTicks, name);
        if (known(ThreadTable.ON_CPU)) {
            table.onCpu(row, onCpuNanos);
        }
        if (known(ThreadTable.RUN_DELAY)) {
            table.runDelay(row, runDelayNanos);
        }
        if (known(ThreadTable.SLICES)) {
            table.slices(row, Math.round(sliceCount));
        }
        if (known(ThreadTable.STATE)) {
            table.state(row, state);
        }
        if (known(ThreadTable.CORE)) {
            table.core(row, core);
        }
        if (affinity != null) {
            table.affinity(row, affinity);
        }
        if (looksPerSecond > 0) {
            putWaits(table, row);
        }
    }

    private void putWaits(ThreadTable table, int row) {
        table.samples(row, (int) Math.round(lookedAt));
        for (int kind = 0; kind < looks.length; kind++) {
            table.blockedSamples(row, WaitKind.of(kind), (int) Math.round(found[kind]));
        }
        if (wait != null) {
            table.wait(row, wait, lockAddress);
        }
        table.lockSign(row, lockSign);
    }

    private boolean known(int reading) {
        return (unknown & reading) == 0;
    }
}
