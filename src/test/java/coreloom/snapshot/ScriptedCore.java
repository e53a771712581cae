package coreloom.snapshot;

/** A core of a {@link ScriptedMachine}: idle for what is left of its busy, I/O wait and steal shares. */
public final class ScriptedCore {
    private final int id;
    private boolean online = true;
    private double busy;
    private double ioWait;
    private double steal;
    private long busyNanos;
    private long idleNanos;
    private long ioWaitNanos;
    private long stealNanos;

    ScriptedCore(int id) {
        this.id = id;
    }

    /** Share of the time that it executes. */
    public ScriptedCore busy(double share) {
        busy = share;
        return this;
    }

    /** Share of the time that it is idle while a disk request is pending. */
    public ScriptedCore ioWait(double share) {
        ioWait = share;
        return this;
    }

    /** Share of the time that the hypervisor runs somebody else. */
    public ScriptedCore steal(double share) {
        steal = share;
        return this;
    }

    /** Has no row from here on, and no time passes on it. */
    public ScriptedCore offline() {
        online = false;
        return this;
    }

    public ScriptedCore online() {
        online = true;
        return this;
    }

    void pass(long nanos) {
        if (online) {
            long busyPart = Math.round(busy * nanos);
            long ioWaitPart = Math.round(ioWait * nanos);
            long stealPart = Math.round(steal * nanos);
            busyNanos += busyPart;
            ioWaitNanos += ioWaitPart;
            stealNanos += stealPart;
            idleNanos += Math.max(0, nanos - busyPart - ioWaitPart - stealPart);
        }
    }

    void addTo(CoreTable table) {
        if (online) {
            table.add(id, busyNanos / 1_000_000, idleNanos / 1_000_000, ioWaitNanos / 1_000_000, stealNanos / 1_000_000);
        }
    }
}
