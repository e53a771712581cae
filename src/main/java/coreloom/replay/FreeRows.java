package coreloom.replay;

import coreloom.recording.SessionFormat;
import java.io.IOException;
import java.util.Arrays;

/** The thread rows that a line says are free, as ascending ranges. */
final class FreeRows {
    private int[] first = new int[4];
    private int[] end = new int[4];
    private int size;

    void parse(Tokens tokens) throws IOException {
        size = 0;
        tokens.array();
        while (tokens.nextArray()) {
            if (size == first.length) {
                first = Arrays.copyOf(first, size * 2);
                end = Arrays.copyOf(end, size * 2);
            }
            first[size] = tokens.number(size == 0 ? 0 : end[size - 1], SessionFormat.MAX_THREAD_ROWS - 1);
            end[size] = first[size] + tokens.number(1, SessionFormat.MAX_THREAD_ROWS - first[size]);
            tokens.endOfArray();
            size++;
        }
    }

    void clear() {
        size = 0;
    }

    boolean contains(int row) {
        int at = Arrays.binarySearch(first, 0, size, row);
        return at >= 0 || at < -1 && row < end[-at - 2];
    }
}
