package coreloom.sampler;

import java.util.BitSet;

/** Gives threads their rows in a {@link coreloom.snapshot.ThreadTable}: the lowest free one, kept until given back. */
public final class ThreadRows {
    private final BitSet taken = new BitSet();

    /** A row that nobody has. */
    public int take() {
        int row = taken.nextClearBit(0);
        taken.set(row);
        return row;
    }

    /** The thread of that row has gone. */
    public void giveBack(int row) {
        taken.clear(row);
    }

    /** How many rows a table needs to hold all that are taken. */
    public int count() {
        return taken.length();
    }
}
