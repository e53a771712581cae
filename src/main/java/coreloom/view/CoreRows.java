package coreloom.view;

import coreloom.history.CoreShares;
import coreloom.snapshot.CoreKind;
import coreloom.snapshot.LogicalCore;
import java.util.Arrays;
import java.util.List;

/**
 * Which row of the heatmap each core stands in. Where a fold has more parts than there are rows, neighbouring parts share one. Made anew
 * for each frame, of a few arrays.
 */
final class CoreRows {
    private static final int NO_ROW = -1;
    private static final CoreKind[] KINDS = CoreKind.values();

    private final Fold fold;
    private final int[] rowOf;
    private final long[] part;
    private int parts;
    private int perRow;
    private int[] first = new int[0];
    private int[] last = new int[0];
    private int[] size = new int[0];
    private int[] kinds = new int[0];
    private int cores;
    private int rest = NO_ROW;

    private CoreRows(Fold fold, int ids) {
        this.fold = fold;
        rowOf = new int[ids];
        part = new long[ids];
        Arrays.fill(rowOf, NO_ROW);
    }

    /**
     * Deals the cores out.
     *
     * @param topology the cores of the machine, ascending; those that are seen and not among them are each a part of their own
     * @param seen     the cores that were seen
     * @param most     rows that there are
     * @param busiest  by core id, which have a row of their own under {@link Fold#BUSIEST}
     */
    static CoreRows of(Fold fold, List<LogicalCore> topology, CoreShares seen, int most, boolean[] busiest) {
        int told = topology.isEmpty() ? 0 : topology.get(topology.size() - 1).id() + 1;
        CoreRows rows = new CoreRows(fold, Math.max(told, seen.size() == 0 ? 0 : seen.id(seen.size() - 1) + 1));
        for (int i = 0; i < topology.size(); i++) {
            rows.add(topology.get(i).id(), fold.part(topology.get(i)));
        }
        for (int row = 0; row < seen.size(); row++) {
            if (rows.rowOf[seen.id(row)] == NO_ROW) {
                rows.add(seen.id(row), fold == Fold.NONE || fold == Fold.BUSIEST ? seen.id(row) : Fold.UNTOLD);
            }
        }
        rows.share(Math.max(1, most), busiest);
        rows.describe(topology);
        return rows;
    }

    private void add(int id, long partOfCore) {
        int at = parts - 1;
        while (at >= 0 && part[at] != partOfCore) {
            at--;
        }
        if (at < 0) {
            at = parts;
            part[parts++] = partOfCore;
        }
        rowOf[id] = at;
        cores++;
    }

    private void share(int most, boolean[] busiest) {
        if (fold == Fold.BUSIEST && parts > most) {
            perRow = 1;
            keepBusiest(most, busiest);
            return;
        }
        perRow = (parts + most - 1) / most;
        for (int id = 0; id < rowOf.length; id++) {
            rowOf[id] = rowOf[id] == NO_ROW ? NO_ROW : rowOf[id] / perRow;
        }
    }

    private void keepBusiest(int most, boolean[] busiest) {
        int row = 0;
        for (int id = 0; id < rowOf.length; id++) {
            if (rowOf[id] != NO_ROW) {
                boolean own = id < busiest.length && busiest[id] && row < most - 1;
                rowOf[id] = own ? row++ : most - 1;
            }
        }
        rest = most - 1;
    }

    private void describe(List<LogicalCore> topology) {
        int rows = 0;
        for (int row : rowOf) {
            rows = Math.max(rows, row + 1);
        }
        first = new int[rows];
        last = new int[rows];
        size = new int[rows];
        kinds = new int[rows];
        for (int id = rowOf.length - 1; id >= 0; id--) {
            if (rowOf[id] != NO_ROW) {
                int row = rowOf[id];
                last[row] = size[row]++ == 0 ? id : last[row];
                first[row] = id;
            }
        }
        for (int i = 0; i < topology.size(); i++) {
            kinds[rowOf[topology.get(i).id()]] |= 1 << topology.get(i).kind().ordinal();
        }
    }

    int count() {
        return size.length;
    }

    /** Number of all cores. */
    int cores() {
        return cores;
    }

    /** Row of the core; negative when it has none. */
    int of(int core) {
        return core < rowOf.length ? rowOf[core] : NO_ROW;
    }

    /** Number of cores in the row. */
    int size(int row) {
        return size[row];
    }

    /** Number of cores in the row that has the most. */
    int greatest() {
        int most = 0;
        for (int each : size) {
            most = Math.max(most, each);
        }
        return most;
    }

    /** Number of cores in the row that has the fewest. */
    int fewest() {
        int least = cores;
        for (int each : size) {
            least = Math.min(least, each);
        }
        return least;
    }

    /** Whether the topology tells the parts. */
    boolean told() {
        for (int i = 0; i < parts; i++) {
            if (part[i] != Fold.UNTOLD) {
                return true;
            }
        }
        return false;
    }

    /** Whether what a row is called is its cores already. */
    boolean namedByCores() {
        return fold == Fold.NONE;
    }

    /** What the row is called, and the mark of its kind where all its cores are of one. */
    StringBuilder label(StringBuilder line, int row) {
        if (row == rest) {
            return line.append(size[row]).append(" rest");
        }
        switch (fold) {
            case NONE, BUSIEST -> range(line.append(size[row] == 1 ? fold.label() : ""), first[row], last[row]);
            case SMT -> siblings(line, row);
            case CACHE, NODE, PACKAGE -> parts(line.append(fold.label()), row * perRow, Math.min(parts, (row + 1) * perRow) - 1);
        }
        return line.append(mark(row));
    }

    private static StringBuilder range(StringBuilder line, long from, long to) {
        line.append(from);
        return from == to ? line : line.append('-').append(to);
    }

    private void parts(StringBuilder line, int from, int to) {
        if (part[from] == Fold.UNTOLD || part[to] == Fold.UNTOLD) {
            line.append('?');
        } else {
            range(line, part[from], part[to]);
        }
    }

    /** {@code 3,51} where a row is two siblings; {@code 3-5×2} where it is the siblings of several physical cores. */
    private void siblings(StringBuilder line, int row) {
        int here = Math.min(parts, (row + 1) * perRow) - row * perRow;
        range(line, first[row], first[row] + (long) here - 1);
        if (here == 1 && size[row] == 2) {
            line.append(',').append(last[row]);
        } else if (size[row] > here) {
            line.append('×').append(size[row] / here);
        }
    }

    private String mark(int row) {
        return Integer.bitCount(kinds[row]) == 1 ? KINDS[Integer.numberOfTrailingZeros(kinds[row])].mark() : "";
    }

    /** The cores of a row as ranges, {@code 0-5,48-53}, as far as there is room. */
    StringBuilder list(StringBuilder line, int row, int room) {
        int start = line.length();
        for (int id = first[row]; id <= last[row]; id++) {
            int to = id;
            while (rowOf[id] == row && to < last[row] && rowOf[to + 1] == row) {
                to++;
            }
            if (rowOf[id] == row) {
                int before = line.length();
                range(line.append(before == start ? "" : ","), id, to);
                if (line.length() - start > room) {
                    line.setLength(before);
                    return line.append(before - start < room ? "…" : "");
                }
                id = to;
            }
        }
        return line;
    }
}
