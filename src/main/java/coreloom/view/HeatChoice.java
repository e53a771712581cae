package coreloom.view;

import java.util.Objects;

/**
 * How the user wants the heatmap.
 *
 * @param fold             which cores share a row
 * @param value            what a cell says of what it stands for
 * @param samplesPerColumn how many samples stand in one column
 * @param palette          the colours
 */
public record HeatChoice(Fold fold, CellValue value, int samplesPerColumn, Palette palette) {
    /** A core a row, a sample a column. */
    public static final HeatChoice USUAL = new HeatChoice(Fold.NONE, CellValue.MEAN, 1, Palette.VIRIDIS);

    private static final int[] SAMPLES = {1, 5, 30};

    public HeatChoice {
        Objects.requireNonNull(fold);
        Objects.requireNonNull(value);
        Objects.requireNonNull(palette);
        if (samplesPerColumn < 1) {
            throw new IllegalArgumentException("a column of " + samplesPerColumn + " samples");
        }
    }

    HeatChoice folded() {
        return new HeatChoice(fold.next(), value, samplesPerColumn, palette);
    }

    HeatChoice valued() {
        return new HeatChoice(fold, value.next(), samplesPerColumn, palette);
    }

    /** The next number of samples in a column; behind the greatest the smallest again. */
    HeatChoice zoomed() {
        int at = 0;
        while (at < SAMPLES.length - 1 && SAMPLES[at] < samplesPerColumn) {
            at++;
        }
        return new HeatChoice(fold, value, SAMPLES[(at + 1) % SAMPLES.length], palette);
    }

    HeatChoice coloured() {
        return new HeatChoice(fold, value, samplesPerColumn, palette.next());
    }
}
