package coreloom.snapshot;

/**
 * What the monitor says of itself; cumulative since it started.
 *
 * @param cpuNanos         CPU time of the monitor's process, ns
 * @param terminalBytes    bytes written to the terminal
 * @param lateSamples      snapshots taken after their deadline
 * @param droppedSnapshots snapshots that a recording could not take
 * @param faults           readings lost to faults, each counted
 * @param lastFault        one sentence for the newest kind of fault, empty when there was none
 * @param looks            times that it looked at what threads wait for
 * @param missedLooks      times that it would have looked, but for the cost limit or a late wake-up
 */
public record OwnReading(long cpuNanos, long terminalBytes, long lateSamples, long droppedSnapshots, long faults, String lastFault,
                         long looks, long missedLooks) {
    public static final OwnReading NONE = new OwnReading(0, 0, 0, 0, 0, "");

    /** Of a monitor that never looked at what threads wait for. */
    public OwnReading(long cpuNanos, long terminalBytes, long lateSamples, long droppedSnapshots, long faults, String lastFault) {
        this(cpuNanos, terminalBytes, lateSamples, droppedSnapshots, faults, lastFault, 0, 0);
    }
}
