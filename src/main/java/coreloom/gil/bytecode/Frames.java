package coreloom.gil.bytecode;

/** The calls under way of one interpreter: for each, where its caller goes on, and the caller's base and locals. */
final class Frames {
    /** How many calls may be under way. */
    static final int MOST = 1000;

    private final int[] places = new int[3 * (MOST + 1)];
    private int leftDepth;
    private int leftTop;

    void push(int depth, int pc, int base, int locals) {
        places[3 * depth] = pc;
        places[3 * depth + 1] = base;
        places[3 * depth + 2] = locals;
    }

    int pc(int depth) {
        return places[3 * depth];
    }

    int base(int depth) {
        return places[3 * depth + 1];
    }

    int locals(int depth) {
        return places[3 * depth + 2];
    }

    /** A unit is left: the innermost function has been pushed as if it had called another. */
    void leave(int depth, int top) {
        leftDepth = depth;
        leftTop = top;
    }

    /** How many calls were under way when the unit was left. */
    int leftDepth() {
        return leftDepth;
    }

    /** The top of the stack when the unit was left. */
    int leftTop() {
        return leftTop;
    }
}
