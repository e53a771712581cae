package coreloom.view;

import coreloom.history.CoreShares;
import java.util.Arrays;

/** One column of the heatmap: of each row, how busy its cores were in the samples added. Used again for each column. */
final class HeatColumn {
    private final double[] busy;
    private final double[] known;
    private final float[] most;
    private final float[] least;

    HeatColumn(int rows) {
        busy = new double[rows];
        known = new double[rows];
        most = new float[rows];
        least = new float[rows];
        clear();
    }

    void clear() {
        Arrays.fill(busy, 0);
        Arrays.fill(known, 0);
        Arrays.fill(most, Float.NaN);
        Arrays.fill(least, Float.NaN);
    }

    /** Adds one sample of that length. */
    void add(CoreRows rows, CoreShares cores, long nanos) {
        for (int i = 0; i < cores.size(); i++) {
            int row = cores.known(i) ? rows.of(cores.id(i)) : -1;
            if (row >= 0) {
                float share = cores.busy(i);
                busy[row] += share * nanos;
                known[row] += nanos;
                most[row] = most[row] >= share ? most[row] : share;
                least[row] = least[row] <= share ? least[row] : share;
            }
        }
    }

    /** NaN where nothing is known. */
    float value(int row, CellValue value) {
        return switch (value) {
            case MEAN -> known[row] == 0 ? Float.NaN : (float) (busy[row] / known[row]);
            case BUSIEST -> most[row];
            case IDLEST -> least[row];
        };
    }

    /** How far the busiest and the least busy of a row are apart; 0 where nothing is known. */
    float spread(int row) {
        return known[row] == 0 ? 0 : most[row] - least[row];
    }
}
