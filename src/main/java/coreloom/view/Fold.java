package coreloom.view;

import coreloom.snapshot.LogicalCore;

/** Which cores share a row of the heatmap. */
public enum Fold {
    /** Every core has a row of its own, as long as there are rows. */
    NONE("", "c"),
    /** The SMT siblings of a physical core. */
    SMT("physical core", ""),
    /** The cores that share a last-level cache. */
    CACHE("cache", "cache"),
    NODE("NUMA node", "node"),
    PACKAGE("package", "pkg"),
    /** The busiest cores have a row each, all others share the last one. */
    BUSIEST("busiest", "c");

    /** Where the topology does not tell. */
    static final long UNTOLD = -1;

    private static final Fold[] ALL = values();

    private final String words;
    private final String label;

    Fold(String words, String label) {
        this.words = words;
        this.label = label;
    }

    /** What the rows are, for the title; empty where they are cores. */
    String words() {
        return words;
    }

    /** What stands before the number of a row. */
    String label() {
        return label;
    }

    Fold next() {
        return ALL[(ordinal() + 1) % ALL.length];
    }

    /** Number of the part that the core belongs to, the same for all cores of a part; {@link #UNTOLD} where it is not told. */
    long part(LogicalCore core) {
        return switch (this) {
            case NONE, BUSIEST -> core.id();
            case SMT -> (long) core.packageNumber() << 32 | core.physicalCore();
            case CACHE -> core.lastLevelCache().orElse((int) UNTOLD);
            case NODE -> core.numaNode();
            case PACKAGE -> core.packageNumber();
        };
    }
}
