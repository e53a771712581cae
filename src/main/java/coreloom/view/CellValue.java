package coreloom.view;

/** What a cell of the heatmap says of the samples and cores that it stands for. */
public enum CellValue {
    /** Their mean, by time. */
    MEAN("mean"),
    /** That of the core and sample that was busiest. */
    BUSIEST("busiest"),
    /** That of the core and sample that was least busy. */
    IDLEST("idlest");

    private static final CellValue[] ALL = values();

    private final String words;

    CellValue(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    CellValue next() {
        return ALL[(ordinal() + 1) % ALL.length];
    }
}
