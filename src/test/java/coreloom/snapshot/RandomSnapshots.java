package coreloom.snapshot;

import coreloom.snapshot.WorkerTable.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Snapshots of a machine that does everything a machine can do, and often: threads come and go, cores vanish, names are hostile. */
public final class RandomSnapshots {
    private static final String[] NAMES = {"main", "worker-1", "", "a\"b\\c", "tab\tnew\nline", "\u0000\u001b[31mred\u009b",
        "käse 日本 𝄞", "\ud800lone", "lone\udc00", "\u2028\u202e", "x".repeat(300)};

    private final Random random;
    private final int maxRows;
    private final List<OneThread> threads = new ArrayList<>();
    private List<LaneReading> lanes = List.of();
    private long sequence;
    private long nanos;
    private int nextTid = 1;

    private static final class OneThread {
        private int tid;
        private long start;
        private String name;
        private int known;
        private long counter;
        private char state;
    }

    public RandomSnapshots(long seed, int maxRows) {
        random = new Random(seed);
        this.maxRows = maxRows;
        nanos = random.nextLong();
    }

    public List<Snapshot> take(int count) {
        List<Snapshot> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(next());
        }
        return all;
    }

    /** The next snapshot, of higher number and time than the last. */
    public Snapshot next() {
        Snapshot snapshot = new Snapshot();
        sequence += random.nextInt(10) == 0 ? 1 + random.nextInt(80) : 1;
        nanos += 1 + random.nextInt(2_000_000_000);
        snapshot.at(sequence, nanos, random.nextLong());
        snapshot.interpreterLocks(interpreterLocks());
        snapshot.limits(limits());
        for (int pid = 1; pid < random.nextInt(4); pid++) {
            snapshot.processTimes().add(pid, counter());
        }
        changeLanes();
        snapshot.run(name(), lanes);
        snapshot.own(new OwnReading(counter(), counter(), counter(), counter(), counter(), name(), counter(), counter()));
        for (int id = 0; id < 4; id++) {
            if (random.nextInt(5) > 0) {
                snapshot.cores().add(id, counter(), counter(), counter(), counter());
            }
        }
        snapshot.markers(markers());
        changeThreads();
        fill(snapshot.threads());
        fill(snapshot.workers());
        return snapshot;
    }

    private List<Marker> markers() {
        List<Marker> markers = new ArrayList<>();
        for (int i = random.nextInt(12) - 9; i > 0; i--) {
            markers.add(new Marker(Marker.Kind.values()[random.nextInt(4)], nanos - random.nextInt(1000), name()));
        }
        return markers;
    }

    private List<InterpreterLockReading> interpreterLocks() {
        Interpreter interpreter = new Interpreter("3.12.1", random.nextBoolean());
        InterpreterLock lock = new InterpreterLock(true, 5000, counter(), true, random.nextBoolean() ? OptionalInt.of(7) : OptionalInt.empty());
        return switch (random.nextInt(3)) {
            case 0 -> List.of();
            case 1 -> List.of(InterpreterLockReading.exact(7, interpreter, lock));
            default -> List.of(InterpreterLockReading.without(7, interpreter, LockSight.INFERRED, "why " + name()),
                    InterpreterLockReading.exact(8, interpreter, lock));
        };
    }

    private List<LimitReading> limits() {
        QuotaReading quota = new QuotaReading("/" + name(), 1 + random.nextInt(400_000), 100_000, counter(), counter(), counter());
        return switch (random.nextInt(3)) {
            case 0 -> List.of();
            case 1 -> List.of(new LimitReading(7, List.of(random.nextInt(4)), Optional.empty()));
            default -> List.of(new LimitReading(1, List.of(), Optional.of(quota)), new LimitReading(2, List.of(0, 3), Optional.of(quota)));
        };
    }

    private String name() {
        return NAMES[random.nextInt(NAMES.length)];
    }

    private long counter() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(100);
            case 1 -> Long.MAX_VALUE - random.nextInt(3);
            default -> random.nextLong() >>> 1;
        };
    }

    private void changeLanes() {
        if (random.nextInt(4) == 0) {
            List<LaneReading> changed = new ArrayList<>();
            for (int id = 0; id < random.nextInt(4); id++) {
                ProcessReading gone = new ProcessReading(random.nextInt(99999), false, OptionalInt.of(137), name());
                changed.add(new LaneReading(id, name(), "gil", random.nextInt(9), Phase.of(random.nextInt(6)),
                        random.nextLong(), counter(), List.of(gone, ProcessReading.running(1 + id)), "",
                        random.nextInt(3) == 0 ? List.of(random.nextInt(4), 4 + random.nextInt(99)) : List.of(), name()));
            }
            lanes = List.copyOf(changed);
        }
    }

    private void changeThreads() {
        while (threads.size() < maxRows && random.nextInt(3) > 0) {
            threads.add(null);
        }
        if (!threads.isEmpty() && random.nextInt(10) == 0) {
            threads.remove(threads.size() - 1);
        }
        threads.replaceAll(this::change);
    }

    private OneThread change(OneThread thread) {
        if (thread == null) {
            return random.nextInt(3) == 0 ? born() : null;
        }
        if (random.nextInt(12) == 0) {
            return random.nextInt(3) == 0 ? born() : null;
        }
        if (random.nextInt(3) == 0) {
            thread.counter += random.nextInt(3);
            thread.known = random.nextInt(4) == 0 ? random.nextInt(256) : thread.known;
            thread.name = random.nextInt(20) == 0 ? name() : thread.name;
        }
        return thread;
    }

    private OneThread born() {
        OneThread thread = new OneThread();
        thread.tid = nextTid++;
        thread.start = random.nextLong();
        thread.name = name();
        thread.known = random.nextInt(256);
        thread.counter = counter() / 2;
        thread.state = "RSDTtZXI\"\u0007".charAt(random.nextInt(10));
        return thread;
    }

    private void fill(ThreadTable table) {
        table.reset(threads.size());
        for (int row = 0; row < threads.size(); row++) {
            OneThread thread = threads.get(row);
            if (thread != null) {
                table.put(row, 7, thread.tid, thread.start, thread.name);
                fill(table, row, thread);
            }
        }
    }

    private static void fill(ThreadTable table, int row, OneThread thread) {
        if ((thread.known & ThreadTable.ON_CPU) != 0) {
            table.onCpu(row, thread.counter);
        }
        if ((thread.known & ThreadTable.RUN_DELAY) != 0) {
            table.runDelay(row, thread.counter + 1);
        }
        if ((thread.known & ThreadTable.SLICES) != 0) {
            table.slices(row, thread.counter + 2);
        }
        if ((thread.known & ThreadTable.STATE) != 0) {
            table.state(row, thread.state);
        }
        if ((thread.known & ThreadTable.CORE) != 0) {
            table.core(row, (int) (thread.counter & 3));
        }
        if ((thread.known & ThreadTable.AFFINITY) != 0) {
            table.affinity(row, "0-" + (thread.counter & 7));
        }
        if ((thread.known & ThreadTable.WAIT) != 0) {
            table.wait(row, WaitKind.of((int) (thread.counter % WaitKind.COUNT)), thread.counter & 3);
        }
        if ((thread.known & ThreadTable.SAMPLES) != 0) {
            table.lockSign(row, LockSign.values()[(int) (thread.counter % LockSign.values().length)]);
            table.samples(row, (int) (thread.counter & 0xffff));
            table.blockedSamples(row, WaitKind.LOCK, (int) (thread.counter & 0xff));
        }
    }

    private void fill(WorkerTable table) {
        for (int number = 0; number < random.nextInt(5); number++) {
            int row = table.add(random.nextInt(3), number, random.nextInt(99999), random.nextInt(2));
            if (random.nextInt(4) == 0) {
                table.unitsOnly(row);
                table.count(row, Count.UNITS, counter());
                continue;
            }
            for (Count which : Count.values()) {
                table.count(row, which, counter());
            }
            for (WaitKind kind : WaitKind.values()) {
                table.waitNanos(row, kind, counter());
            }
            for (int i = 0; i < random.nextInt(30); i++) {
                table.waits(row, random.nextInt(WaitBuckets.COUNT), counter());
            }
        }
    }
}
