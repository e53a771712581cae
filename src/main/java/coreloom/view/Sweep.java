package coreloom.view;

/**
 * Which samples stand in which column of a picture that is written over from left to right, again and again, as on an oscilloscope: a tick
 * changes the column that is being written and blanks the one before it, and no other.
 *
 * <pre>
 *   11 12 13 14 15 16    5  6  7  8  9 10      column by column, the number of its group of samples
 *                   ╰─ newest  ╰─ oldest; the blank column lies between them
 * </pre>
 *
 * @param newest  number of the newest interval shown
 * @param columns columns of the picture
 * @param samples intervals in one column
 */
record Sweep(long newest, int columns, int samples) {
    /** Number of the first interval of a column; negative where the column is blank. */
    long first(int column) {
        int age = Math.floorMod(head() - column, columns);
        boolean blank = columns > 1 && age == columns - 1;
        long group = newest / samples - age;
        return blank || group < 0 ? -1 : group * samples;
    }

    /** Number of the last interval of a column that is not blank. */
    long last(int column) {
        return Math.min(newest, first(column) + samples - 1);
    }

    /** The column that is being written. */
    int head() {
        return (int) (newest / samples % columns);
    }

    /** The blank column. */
    int gap() {
        return (head() + 1) % columns;
    }
}
