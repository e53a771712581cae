package coreloom.gil.bytecode;

import coreloom.gil.object.Constant;
import coreloom.gil.object.Counted;
import coreloom.gil.object.ListObject;
import coreloom.gil.object.ObjectThread;
import coreloom.gil.object.RangeObject;
import java.io.IOException;

/** The parts of instructions that are too long for the loop: calls of builtins, lists, and whatever ends in a failure. */
final class Calls {
    private static final Builtin[] BUILTINS = Builtin.values();
    private static final int ALL_GENERATIONS = 2;

    private final Image image;
    private final ObjectThread heap;
    private final Surroundings surroundings;
    private final Runnable withinOperation;

    Calls(Image image, ObjectThread heap, Surroundings surroundings) {
        this.image = image;
        this.heap = heap;
        this.surroundings = surroundings;
        this.withinOperation = surroundings::withinOperation;
    }

    /**
     * Calls a builtin that does not block and whose arguments lie on the stack.
     *
     * @param pc the place behind the instruction, as everywhere here
     * @return the new top, one above the result
     */
    int builtin(int ordinal, long[] n, Counted[] o, int top, int pc) throws IOException {
        Builtin builtin = BUILTINS[ordinal];
        int first = builtin == Builtin.SUM ? top - 1 : requireNumbers(builtin, o, top, pc);
        int result = first - 2;
        o[result] = null;
        switch (builtin) {
            case OBJECT -> o[result] = heap.newObject();
            case RELEASE -> {
                surroundings.release();
                o[result] = Constant.NONE;
            }
            case DIGEST -> n[result] = surroundings.digest(n[first], notNegative(n[first + 1], pc));
            case COLLECT -> {
                heap.collect(ALL_GENERATIONS);
                o[result] = Constant.NONE;
            }
            case RANGE -> o[result] = heap.newRange(n[first]);
            case SUM -> n[result] = sum(o[first], pc);
            case LEN, APPEND, ACQUIRE, SEND, RECEIVE, SLEEP, RECV, SENDALL -> throw new IllegalStateException(builtin + " is a step of another kind");
        }
        return result + 1;
    }

    /** The same for one that blocks. Where it awaits, its arguments lie as before, and the new top means nothing. */
    int blocking(int ordinal, long[] n, Counted[] o, int top, int pc) throws IOException {
        Builtin builtin = BUILTINS[ordinal];
        int first = requireNumbers(builtin, o, top, pc);
        int result = first - 2;
        o[result] = null;
        switch (builtin) {
            case ACQUIRE -> {
                surroundings.acquire();
                n[result] = 1;
            }
            case SEND -> {
                surroundings.send(n[first]);
                o[result] = Constant.NONE;
            }
            case RECEIVE -> n[result] = surroundings.receive();
            case SLEEP -> {
                surroundings.sleep(notNegative(n[first], pc));
                o[result] = Constant.NONE;
            }
            case RECV -> {
                requireOneByte(n[first], pc);
                n[result] = surroundings.recv();
            }
            case SENDALL -> {
                surroundings.sendall(n[first]);
                o[result] = Constant.NONE;
            }
            case LEN, APPEND, OBJECT, RELEASE, DIGEST, RANGE, SUM, COLLECT -> throw new IllegalStateException(builtin + " is a step of another kind");
        }
        return result + 1;
    }

    /** Makes sure that the arguments of a builtin are numbers, and tells where the first lies. */
    private int requireNumbers(Builtin builtin, Counted[] o, int top, int pc) {
        int first = top - builtin.arguments();
        for (int i = first; i < top; i++) {
            requireNumber(o[i], builtin, pc);
        }
        return first;
    }

    private void requireNumber(Counted object, Builtin builtin, int pc) {
        if (object != null) {
            throw image.failure(pc - 1, builtin.word() + " needs a number, but has a " + object.type() + ".");
        }
    }

    private void requireOneByte(long wanted, int pc) {
        if (wanted != 1) {
            throw image.failure(pc - 1, "recv reads one byte at a time here, but is asked for " + wanted + ".");
        }
    }

    /** Adds up a range and drops it: one long operation. */
    private long sum(Counted of, int pc) {
        if (!(of instanceof RangeObject range)) {
            throw image.failure(pc - 1, "sum needs a range, but has a " + (of == null ? "number" : of.type()) + ".");
        }
        long total = LongOperation.sum(range.stop(), withinOperation);
        heap.drop(of);
        return total;
    }

    private long notNegative(long number, int pc) {
        if (number < 0) {
            throw image.failure(pc - 1, "needs a number of at least 0, but has " + number + ".");
        }
        return number;
    }

    /** Makes sure that an object has that method. */
    void requireMethod(Counted object, int builtin, int pc) {
        boolean has = switch (BUILTINS[builtin]) {
            case APPEND -> object instanceof ListObject;
            case ACQUIRE, RELEASE -> object == Constant.LOCK;
            case RECV, SENDALL -> object == Constant.CONNECTION;
            case LEN, OBJECT, SEND, RECEIVE, SLEEP, DIGEST, COLLECT, RANGE, SUM -> false;
        };
        if (!has) {
            String type = object == null ? "int" : object.type();
            throw image.failure(pc - 1, "'" + type + "' object has no attribute '" + BUILTINS[builtin].word() + "'.");
        }
    }

    void swap(long[] n, Counted[] o, int one, int other) {
        long number = n[one];
        Counted object = o[one];
        n[one] = n[other];
        o[one] = o[other];
        n[other] = number;
        o[other] = object;
    }

    /** A list of what lies on the stack from there on; the references go over to it. */
    ListObject list(long[] n, Counted[] o, int from, int size) {
        ListObject list = heap.newList();
        for (int i = from; i < from + size; i++) {
            list.append(n[i], o[i]);
        }
        return list;
    }

    ListObject listAt(Counted object, int pc) {
        if (object instanceof ListObject list) {
            return list;
        }
        throw image.failure(pc - 1, "needs a list, but has a " + (object == null ? "number" : object.type()) + ".");
    }

    /** Where in the list that index is; from its end where it is negative. */
    int index(ListObject list, long index, int pc) {
        long place = index < 0 ? index + list.size() : index;
        if (place < 0 || place >= list.size()) {
            throw image.failure(pc - 1, "list index out of range: " + index + " of " + list.size() + ".");
        }
        return (int) place;
    }

    /** An operator that finds an object where it needs a number. */
    KernelFailure notNumbers(Counted object, int pc) {
        return image.failure(pc - 1, "needs two numbers, but has a " + object.type() + ".");
    }

    /** A comparison with an object on a side: whether both are the same. */
    void compareObjects(int step, long[] n, Counted[] o, int top) {
        Counted left = o[top - 1];
        Counted right = o[top];
        n[top - 1] = (left == right) == (step == Step.EQUAL) ? 1 : 0;
        o[top - 1] = null;
        drop(left);
        drop(right);
    }

    private void drop(Counted object) {
        if (object != null) {
            heap.drop(object);
        }
    }

    long floorDivide(long left, long right, int pc) {
        requireDivisor(right, pc);
        return right == -1 ? Math.negateExact(left) : Math.floorDiv(left, right);
    }

    long remainder(long left, long right, int pc) {
        requireDivisor(right, pc);
        return Math.floorMod(left, right);
    }

    private void requireDivisor(long right, int pc) {
        if (right == 0) {
            throw image.failure(pc - 1, "integer division or modulo by zero.");
        }
    }

    long leftShift(long left, long right, int pc) {
        requireShift(right, pc);
        if (left != 0 && (right > 62 || left << right >> right != left)) {
            throw new ArithmeticException();
        }
        return left == 0 ? 0 : left << right;
    }

    long rightShift(long left, long right, int pc) {
        requireShift(right, pc);
        return left >> Math.min(63, right);
    }

    private void requireShift(long right, int pc) {
        if (right < 0) {
            throw image.failure(pc - 1, "negative shift count.");
        }
    }

    /** What a work unit returns. */
    long result(long number, Counted object, int pc) {
        if (object != null) {
            throw image.failure(pc - 1, "unit returns a " + object.type() + " instead of a number.");
        }
        return number;
    }
}
