package coreloom.view;

import coreloom.history.CoreTrail;
import coreloom.history.History;

/**
 * The trail of one thread in the columns of a picture. A move is a change of core from one sample to the next at which it is known.
 *
 * @param trail where the trails are
 * @param row   that of the thread
 * @param sweep which samples stand in which column
 */
record PlacementRow(CoreTrail trail, int row, Sweep sweep) {
    /** Core at the end of a column; negative where it is not known. */
    int core(int column) {
        return sweep.first(column) < 0 ? -1 : trail.core(row, sweep.last(column));
    }

    /** Whether the thread ran in a column. */
    boolean ran(int column) {
        for (long number = sweep.first(column); number <= sweep.last(column); number++) {
            if (trail.ran(row, number)) {
                return true;
            }
        }
        return false;
    }

    /** Moves seen in a column. */
    int moves(int column) {
        int moves = 0;
        for (long number = sweep.first(column); number >= 0 && number <= sweep.last(column); number++) {
            moves += moved(number) ? 1 : 0;
        }
        return moves;
    }

    private boolean moved(long number) {
        int before = trail.core(row, number - 1);
        return before >= 0 && trail.core(row, number) >= 0 && before != trail.core(row, number);
    }

    /** Whether a column is the first of its line: of the picture, or of what is known. */
    boolean begins(int column) {
        long first = sweep.first(column);
        return column == 0 || sweep.first(column - 1) < 0 || trail.core(row, first - 1) < 0;
    }

    /** Moves seen in the whole picture. */
    int allMoves() {
        int moves = 0;
        for (int column = 0; column < sweep.columns(); column++) {
            moves += moves(column);
        }
        return moves;
    }

    /** Time in which moves can have been seen, ns: all intervals of the picture whose core is known, and that of the one before. */
    long nanos(History history) {
        long nanos = 0;
        for (int column = 0; column < sweep.columns(); column++) {
            for (long number = sweep.first(column); number >= 0 && number <= sweep.last(column); number++) {
                boolean known = trail.core(row, number) >= 0 && trail.core(row, number - 1) >= 0;
                nanos += known ? history.get(number).nanos() : 0;
            }
        }
        return nanos;
    }
}
