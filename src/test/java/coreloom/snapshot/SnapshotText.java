package coreloom.snapshot;

import coreloom.snapshot.WorkerTable.Count;
import java.util.StringJoiner;

/**
 * A snapshot in words, one row a line, everything in it and nothing else: two snapshots are equal when their texts are. Control characters
 * and surrogates are spelled out, so that a failed comparison can be read.
 */
public final class SnapshotText {
    private SnapshotText() {}

    public static String of(Snapshot snapshot) {
        StringJoiner text = new StringJoiner("\n");
        text.add("snapshot " + snapshot.sequence() + " at " + snapshot.monotonicNanos() + " ns, " + snapshot.epochMillis() + " ms");
        text.add(visible("profile " + snapshot.profile()));
        text.add(visible(snapshot.own().toString()));
        snapshot.interpreterLocks().forEach(lock -> text.add(visible(lock.toString())));
        snapshot.markers().forEach(marker -> text.add(visible(marker.toString())));
        snapshot.limits().forEach(limit -> text.add(visible(limit.toString())));
        for (int row = 0; row < snapshot.processTimes().size(); row++) {
            text.add("process " + snapshot.processTimes().pid(row) + " on-CPU " + snapshot.processTimes().onCpuNanos(row));
        }
        snapshot.lanes().forEach(lane -> text.add(visible(lane.toString())));
        for (int row = 0; row < snapshot.cores().size(); row++) {
            text.add(core(snapshot.cores(), row));
        }
        text.add(snapshot.threads().rows() + " thread rows");
        for (int row = 0; row < snapshot.threads().rows(); row++) {
            text.add(thread(snapshot.threads(), row));
        }
        for (int row = 0; row < snapshot.workers().size(); row++) {
            text.add(worker(snapshot.workers(), row));
        }
        return text.toString();
    }

    private static String visible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (hidden(text.charAt(i))) {
                return spelledOut(text);
            }
        }
        return text;
    }

    private static boolean hidden(char c) {
        return Character.isISOControl(c) || Character.isSurrogate(c);
    }

    private static String spelledOut(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if (hidden(c)) {
                visible.append("\\u").append(Integer.toHexString(0x10000 + c), 1, 5);
            } else {
                visible.append(c);
            }
        }
        return visible.toString();
    }

    private static String core(CoreTable table, int row) {
        return "core " + table.id(row) + " busy " + table.busyMillis(row) + " idle " + table.idleMillis(row) + " io wait "
                + table.ioWaitMillis(row) + " steal " + table.stealMillis(row);
    }

    /** A row of threads: its number, then "free" or what is known of its thread. */
    public static String thread(ThreadTable table, int row) {
        if (!table.used(row)) {
            return "thread row " + row + " free";
        }
        return visible("thread row " + row + " pid " + table.pid(row) + " tid " + table.tid(row) + " start " + table.startTicks(row)
                + (table.knows(row, ThreadTable.ON_CPU) ? " on-CPU " + table.onCpuNanos(row) : "")
                + (table.knows(row, ThreadTable.RUN_DELAY) ? " run delay " + table.runDelayNanos(row) : "")
                + (table.knows(row, ThreadTable.SLICES) ? " slices " + table.slices(row) : "")
                + (table.knows(row, ThreadTable.STATE) ? " state " + table.state(row) : "")
                + (table.knows(row, ThreadTable.CORE) ? " core " + table.core(row) : "")
                + (table.knows(row, ThreadTable.AFFINITY) ? " may use " + table.affinity(row) : "") + " name " + table.name(row)
                + (table.knows(row, ThreadTable.WAIT) ? " waits for " + table.wait(row) + " at " + table.lockAddress(row) : "")
                + (table.lockSign(row) == LockSign.NONE ? "" : " sign " + table.lockSign(row).key()) + samples(table, row));
    }

    private static String samples(ThreadTable table, int row) {
        StringBuilder text = new StringBuilder();
        if (table.knows(row, ThreadTable.SAMPLES)) {
            text.append(" samples ").append(table.samples(row));
            for (WaitKind kind : WaitKind.values()) {
                text.append(' ').append(kind.key()).append(' ').append(table.blockedSamples(row, kind));
            }
        }
        return text.toString();
    }

    private static String worker(WorkerTable table, int row) {
        StringBuilder text = new StringBuilder("worker " + table.number(row) + " of lane " + table.laneId(row) + " pid " + table.pid(row)
                + " tid " + table.tid(row));
        if (!table.tellsWaits(row)) {
            return text.append(" tells units alone: ").append(table.count(row, Count.UNITS)).toString();
        }
        for (Count which : Count.values()) {
            text.append(' ').append(which).append(' ').append(table.count(row, which));
        }
        for (WaitKind kind : WaitKind.values()) {
            text.append(' ').append(kind.key()).append(' ').append(table.waitNanos(row, kind));
        }
        for (int bucket = 0; bucket < WaitBuckets.COUNT; bucket++) {
            if (table.waits(row, bucket) != 0) {
                text.append(" [").append(bucket).append("] ").append(table.waits(row, bucket));
            }
        }
        return text.toString();
    }
}
