package coreloom.view;

import coreloom.history.ThreadShares;
import coreloom.snapshot.WaitKind;
import java.util.Arrays;

/**
 * Which threads of a lane are listed, in which order, and which of them share a row; a row of several says the mean of their shares and the
 * sum of their rates. Used again for each frame: allocates only when there are more threads than ever before.
 */
final class ThreadList {
    private static final int RUN_DELAY = 1;
    private static final int BLOCKED = 2;
    private static final int SHARES = BLOCKED + WaitKind.COUNT;

    private ThreadShares threads = new ThreadShares();
    private WaitsChoice choice = WaitsChoice.USUAL;
    private int rows;
    private int all;
    private double allOnCpu;
    private int[] order = new int[0];
    private int[] first = new int[0];
    private int[] size = new int[0];
    private int[] known = new int[0];
    private int[] hash = new int[0];
    private float[] weight = new float[0];
    private float[] handoffs = new float[0];
    private float[] units = new float[0];
    private float[] shares = new float[0];

    /**
     * Lists the threads of a lane.
     *
     * @param shares      of one interval; looked at until the next call
     * @param workersOnly whether only workers are listed
     */
    void choose(ThreadShares of, int laneId, boolean workersOnly, WaitsChoice wanted) {
        threads = of;
        choice = wanted;
        rows = 0;
        all = 0;
        allOnCpu = 0;
        for (int thread = 0; thread < of.size(); thread++) {
            if (of.laneId(thread) == laneId) {
                all++;
                allOnCpu += Float.isNaN(of.onCpu(thread)) ? 0 : of.onCpu(thread);
                if ((!workersOnly || of.isWorker(thread)) && wanted.filter().matches(of.name(thread))) {
                    add(row(thread), thread);
                }
            }
        }
        sort();
    }

    /** Whether there are workers among the threads of that lane. */
    static boolean hasWorkers(ThreadShares threads, int laneId) {
        for (int thread = 0; thread < threads.size(); thread++) {
            if (threads.laneId(thread) == laneId && threads.isWorker(thread)) {
                return true;
            }
        }
        return false;
    }

    /** The row that the thread belongs to, a new one at need. */
    private int row(int thread) {
        int key = key(thread);
        for (int row = 0; choice.grouping() != Grouping.NONE && row < rows; row++) {
            if (hash[row] == key && together(first[row], thread)) {
                return row;
            }
        }
        if (rows == first.length) {
            grow(Math.max(16, rows * 2));
        }
        first[rows] = thread;
        hash[rows] = key;
        size[rows] = 0;
        known[rows] = 0;
        handoffs[rows] = 0;
        units[rows] = 0;
        Arrays.fill(shares, rows * SHARES, (rows + 1) * SHARES, 0);
        return rows++;
    }

    private void grow(int capacity) {
        order = Arrays.copyOf(order, capacity);
        first = Arrays.copyOf(first, capacity);
        size = Arrays.copyOf(size, capacity);
        known = Arrays.copyOf(known, capacity);
        hash = Arrays.copyOf(hash, capacity);
        weight = Arrays.copyOf(weight, capacity);
        handoffs = Arrays.copyOf(handoffs, capacity);
        units = Arrays.copyOf(units, capacity);
        shares = Arrays.copyOf(shares, capacity * SHARES);
    }

    private int key(int thread) {
        return switch (choice.grouping()) {
            case NONE -> 0;
            case PROCESS -> threads.pid(thread);
            case NAME -> NameStem.hash(threads.name(thread));
        };
    }

    private boolean together(int one, int other) {
        return choice.grouping() == Grouping.PROCESS ? threads.pid(one) == threads.pid(other)
                : NameStem.same(threads.name(one), threads.name(other));
    }

    /** What is not known of a thread is not known of its row; threads first seen in this interval count in their number alone. */
    private void add(int row, int thread) {
        size[row]++;
        handoffs[row] += threads.handoffsPerSecond(thread);
        units[row] += threads.unitsPerSecond(thread);
        if (Float.isNaN(threads.onCpu(thread)) && Float.isNaN(threads.blocked(thread, WaitKind.OTHER))) {
            return;
        }
        known[row]++;
        shares[row * SHARES] += threads.onCpu(thread);
        shares[row * SHARES + RUN_DELAY] += threads.runDelay(thread);
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            shares[row * SHARES + BLOCKED + kind] += threads.blocked(thread, WaitKind.of(kind));
        }
    }

    /** By Shell's method: in place, and quick for lists that are nearly in order, as those of the last frame mostly are. */
    private void sort() {
        for (int row = 0; row < rows; row++) {
            order[row] = row;
            weight[row] = weight(row);
        }
        if (choice.order() == ThreadOrder.USUAL) {
            return;
        }
        for (int gap = rows / 2; gap > 0; gap /= 2) {
            for (int i = gap; i < rows; i++) {
                int moved = order[i];
                int to = i;
                while (to >= gap && before(moved, order[to - gap])) {
                    order[to] = order[to - gap];
                    to -= gap;
                }
                order[to] = moved;
            }
        }
    }

    private float weight(int row) {
        float value = switch (choice.order()) {
            case USUAL, NAME -> 0;
            case ON_CPU -> share(row, 0);
            case RUN_QUEUE -> share(row, RUN_DELAY);
            case LOCK_WAIT -> share(row, BLOCKED + WaitKind.INTERPRETER_LOCK.ordinal()) + share(row, BLOCKED + WaitKind.LOCK.ordinal());
            case BLOCKED -> 1 - share(row, 0) - share(row, RUN_DELAY);
        };
        return Float.isNaN(value) ? -1 : value;
    }

    private boolean before(int one, int other) {
        int names = choice.order() == ThreadOrder.NAME ? threads.name(first[one]).compareToIgnoreCase(threads.name(first[other])) : 0;
        return names != 0 ? names < 0 : weight[one] != weight[other] ? weight[one] > weight[other] : one < other;
    }

    /** Number of rows. */
    int rows() {
        return rows;
    }

    /** Number of threads of the lane, listed or not. */
    int all() {
        return all;
    }

    /** On-CPU time of all threads of the lane, as cores. */
    double allOnCpu() {
        return allOnCpu;
    }

    /** First thread of the row at that place. */
    int thread(int place) {
        return first[order[place]];
    }

    /** Number of threads in the row at that place. */
    int size(int place) {
        return size[order[place]];
    }

    /** On-CPU time of the threads in the row at that place, as cores; 0 where it is not known. */
    double cores(int place) {
        float sum = shares[order[place] * SHARES];
        return Float.isNaN(sum) ? 0 : sum;
    }

    /** Mean share; NaN where it is not known of all. */
    float onCpu(int place) {
        return share(order[place], 0);
    }

    float runDelay(int place) {
        return share(order[place], RUN_DELAY);
    }

    float blocked(int place, WaitKind kind) {
        return share(order[place], BLOCKED + kind.ordinal());
    }

    private float share(int row, int which) {
        return known[row] == 0 ? Float.NaN : shares[row * SHARES + which] / known[row];
    }

    /** Of all threads in the row, per second; NaN where one does not tell. */
    float handoffsPerSecond(int place) {
        return handoffs[order[place]];
    }

    float unitsPerSecond(int place) {
        return units[order[place]];
    }

    /** What a row of several threads is called: {@code 4×worker-#}, {@code 4×217 worker-0}. */
    StringBuilder groupName(StringBuilder line, int place) {
        line.append(size(place)).append('×');
        if (choice.grouping() == Grouping.PROCESS) {
            return line.append(threads.pid(thread(place))).append(' ').append(threads.name(thread(place)));
        }
        return NameStem.append(line, threads.name(thread(place)));
    }
}
