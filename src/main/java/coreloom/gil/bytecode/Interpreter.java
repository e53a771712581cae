package coreloom.gil.bytecode;

import coreloom.gil.object.Constant;
import coreloom.gil.object.Counted;
import coreloom.gil.object.ListObject;
import coreloom.gil.object.ObjectThread;
import java.io.IOException;

/**
 * The stack machine of one thread. Numbers are 64 bits and need no object: place i of the stack is {@code numbers[i]} where {@code objects[i]} is
 * null. A number that would need more bits ends the kernel, so that no result differs from Python's in silence.
 *
 * <pre>
 *   … | callable's two places | locals, arguments first | stack …        a call's frame lies where its arguments were pushed
 *                             ^ base                            ^ top    the result takes the callable's first place
 * </pre>
 *
 * A unit can be left where a blocking call awaits, and gone on with later: the stack stays as it is, and the innermost function's place is kept
 * as if it had called another.
 */
public final class Interpreter {
    private static final int PLACES = 4096;

    private final Image image;
    private final Surroundings surroundings;
    private final ObjectThread heap;
    private final long[] parameters;
    private final Counted[] globals;
    private final long[] numbers = new long[PLACES];
    private final Counted[] objects = new Counted[PLACES];
    private final Frames frames = new Frames();
    private final Calls calls;
    private long result;

    /** Made and used by one thread. */
    public Interpreter(Program program, Globals values, ObjectThread heap, Surroundings surroundings) {
        this.image = new Image(program);
        this.surroundings = surroundings;
        this.heap = heap;
        this.parameters = values.parameters();
        this.globals = values.objects();
        this.calls = new Calls(image, heap, surroundings);
    }

    /**
     * Runs one work unit, in surroundings that do not await.
     *
     * @param value what the unit before returned
     * @throws KernelFailure where Python would raise an exception
     */
    public long unit(long value) throws IOException {
        if (!begin(value)) {
            throw new IllegalStateException("a work unit awaits, but is not run as a coroutine");
        }
        return result;
    }

    /**
     * Begins a work unit as {@link #unit}, and runs it until it is done or awaits.
     *
     * @return whether it is done
     */
    public boolean begin(long value) throws IOException {
        numbers[2] = value;
        objects[2] = null;
        int entry = image.program.entry();
        requireRoom(entry, 2, 0, image.begin[entry]);
        return run(entry, false);
    }

    /**
     * Goes on with a unit that awaits, until it is done or awaits again.
     *
     * @return whether it is done
     */
    public boolean resume() throws IOException {
        return run(image.program.entry(), true);
    }

    /** What the unit that was done last has returned. */
    public long result() {
        return result;
    }

    /** The thread ends, between two units: what others have left it to free is freed. No unit comes after this. */
    public void end() {
        heap.end();
    }

    /*
     * One method on purpose, however long: the compiler keeps the program counter, the stack's top and the arrays in registers only within one.
     * It stays below 8000 bytes of bytecode, above which the JVM does not compile. Where no unit is ever gone on with and no function called,
     * the compiler knows the base as a constant: so a fresh start is not made the same as going on.
     */
    private boolean run(int entry, boolean goesOn) throws IOException {
        final int[] code = image.code;
        final long[] constants = image.constants;
        final long[] n = numbers;
        final Counted[] o = objects;
        int base = 2;
        int locals = image.locals[entry];
        int top = base + locals;
        int depth = 0;
        int pc = image.begin[entry];
        if (goesOn) {
            depth = frames.leftDepth();
            top = frames.leftTop();
            pc = frames.pc(depth);
            base = frames.base(depth);
            locals = frames.locals(depth);
        }
        try {
            while (true) {
                int word = code[pc++];
                int argument = word >>> Image.STEP_BITS;
                switch (word & 0xFF) {
                    case Step.NOP -> { }
                    case Step.RESUME -> poll();
                    case Step.POP_TOP -> drop(o[--top]);
                    case Step.COPY -> {
                        o[top] = kept(o[top - argument]);
                        n[top] = n[top - argument];
                        top++;
                    }
                    case Step.SWAP -> calls.swap(n, o, top - 1, top - argument);
                    case Step.LOAD_NUMBER -> {
                        o[top] = null;
                        n[top++] = constants[argument];
                    }
                    case Step.LOAD_NONE -> o[top++] = Constant.NONE;
                    case Step.LOAD_FAST -> {
                        Counted value = o[base + argument];
                        if (value == null) {
                            o[top] = null;
                        } else {
                            heap.keep(value);
                            o[top] = value;
                        }
                        n[top++] = n[base + argument];
                    }
                    case Step.STORE_FAST -> {
                        Counted value = o[--top];
                        Counted before = o[base + argument];
                        n[base + argument] = n[top];
                        if (value != null || before != null) {
                            o[base + argument] = value;
                            drop(before);
                        }
                    }
                    case Step.LOAD_CALLABLE -> {
                        o[top] = null;
                        o[top + 1] = null;
                        top += 2;
                    }
                    case Step.LOAD_PARAMETER -> {
                        o[top] = null;
                        n[top++] = parameters[argument];
                    }
                    case Step.LOAD_OBJECT -> o[top++] = kept(globals[argument]);
                    case Step.LOAD_METHOD -> {
                        calls.requireMethod(o[top - 1], argument, pc);
                        o[top] = o[top - 1];
                        o[top - 1] = null;
                        top++;
                    }
                    case Step.NEGATIVE -> n[top - 1] = Math.negateExact(number(o, n, top - 1, pc));
                    case Step.NOT -> {
                        n[top - 1] = truth(o[top - 1], n[top - 1]) ? 0 : 1;
                        o[top - 1] = null;
                    }
                    case Step.INVERT -> n[top - 1] = ~number(o, n, top - 1, pc);
                    case Step.BUILD_LIST -> {
                        top -= argument;
                        o[top] = calls.list(n, o, top, argument);
                        top++;
                    }
                    case Step.LIST_APPEND -> {
                        top--;
                        heap.append(calls.listAt(o[top - argument], pc), n[top], o[top]);
                    }
                    case Step.SUBSCRIPT -> {
                        top--;
                        ListObject list = calls.listAt(o[top - 1], pc);
                        int index = calls.index(list, number(o, n, top, pc), pc);
                        o[top - 1] = heap.element(list, index);
                        n[top - 1] = heap.number();
                        heap.drop(list);
                    }
                    case Step.STORE_SUBSCRIPT -> {
                        top -= 3;
                        ListObject list = calls.listAt(o[top + 1], pc);
                        drop(heap.set(list, calls.index(list, number(o, n, top + 2, pc), pc), n[top], o[top]));
                        heap.drop(list);
                    }
                    case Step.JUMP -> pc = argument;
                    case Step.JUMP_BACKWARD -> {
                        pc = argument;
                        poll();
                    }
                    case Step.JUMP_IF_TRUE -> {
                        top--;
                        pc = truth(o[top], n[top]) ? argument : pc;
                    }
                    case Step.JUMP_IF_FALSE -> {
                        top--;
                        pc = truth(o[top], n[top]) ? pc : argument;
                    }
                    case Step.JUMP_IF_NONE -> {
                        pc = o[--top] == Constant.NONE ? argument : pc;
                        drop(o[top]);
                    }
                    case Step.JUMP_IF_NOT_NONE -> {
                        pc = o[--top] == Constant.NONE ? pc : argument;
                        drop(o[top]);
                    }
                    case Step.CALL_FUNCTION -> {
                        int callee = top - image.parameters[argument];
                        requireRoom(argument, callee, depth, pc - 1);
                        frames.push(depth, pc, base, locals);
                        depth++;
                        base = callee;
                        locals = image.locals[argument];
                        top = base + locals;
                        pc = image.begin[argument];
                    }
                    case Step.CALL_LEN -> {
                        top -= 2;
                        ListObject list = calls.listAt(o[top + 1], pc);
                        n[top - 1] = list.size();
                        heap.drop(list);
                    }
                    case Step.CALL_APPEND -> {
                        top -= 2;
                        ListObject list = (ListObject) o[top];
                        heap.append(list, n[top + 1], o[top + 1]);
                        o[top - 1] = Constant.NONE;
                        heap.drop(list);
                    }
                    case Step.CALL_BUILTIN -> {
                        top = calls.builtin(argument, n, o, top, pc);
                        poll();
                    }
                    case Step.CALL_BLOCKING -> {
                        int after = calls.blocking(argument, n, o, top, pc);
                        if (surroundings.awaits()) {
                            frames.push(depth, pc - 1, base, locals);
                            frames.leave(depth, top);
                            return false;
                        }
                        top = after;
                        poll();
                    }
                    case Step.RETURN_VALUE, Step.RETURN_NUMBER, Step.RETURN_NONE -> {
                        boolean value = (word & 0xFF) == Step.RETURN_VALUE;
                        long number = value ? n[top - 1] : constants[argument];
                        Counted object = value ? o[top - 1] : (word & 0xFF) == Step.RETURN_NONE ? Constant.NONE : null;
                        dropLocals(base, locals);
                        if (depth == 0) {
                            result = calls.result(number, object, pc);
                            return true;
                        }
                        top = base - 1;
                        n[top - 1] = number;
                        o[top - 1] = object;
                        depth--;
                        pc = frames.pc(depth);
                        base = frames.base(depth);
                        locals = frames.locals(depth);
                    }
                    case Step.ADD -> {
                        requireNumbers(o, --top, pc);
                        n[top - 1] = Math.addExact(n[top - 1], n[top]);
                    }
                    case Step.AND -> {
                        requireNumbers(o, --top, pc);
                        n[top - 1] = n[top - 1] & n[top];
                    }
                    case Step.FLOOR_DIVIDE -> {
                        requireNumbers(o, --top, pc);
                        n[top - 1] = calls.floorDivide(n[top - 1], n[top], pc);
                    }
                    case Step.LEFT_SHIFT -> {
                        requireNumbers(o, --top, pc);
                        n[top - 1] = calls.leftShift(n[top - 1], n[top], pc);
                    }
                    case Step.MULTIPLY -> {
                        requireNumbers(o, --top, pc);
                        n[top - 1] = Math.multiplyExact(n[top - 1], n[top]);
                    }
                    case Step.REMAINDER -> {
                        requireNumbers(o, --top, pc);
                        n[top - 1] = calls.remainder(n[top - 1], n[top], pc);
                    }
                    case Step.OR -> {
                        requireNumbers(o, --top, pc);
                        n[top - 1] = n[top - 1] | n[top];
                    }
                    case Step.RIGHT_SHIFT -> {
                        requireNumbers(o, --top, pc);
                        n[top - 1] = calls.rightShift(n[top - 1], n[top], pc);
                    }
                    case Step.SUBTRACT -> {
                        requireNumbers(o, --top, pc);
                        n[top - 1] = Math.subtractExact(n[top - 1], n[top]);
                    }
                    case Step.XOR -> {
                        requireNumbers(o, --top, pc);
                        n[top - 1] = n[top - 1] ^ n[top];
                    }
                    case Step.LESS -> {
                        requireNumbers(o, --top, pc);
                        n[top - 1] = n[top - 1] < n[top] ? 1 : 0;
                    }
                    case Step.LESS_OR_EQUAL -> {
                        requireNumbers(o, --top, pc);
                        n[top - 1] = n[top - 1] <= n[top] ? 1 : 0;
                    }
                    case Step.EQUAL -> {
                        if (o[--top] != null || o[top - 1] != null) {
                            calls.compareObjects(word & 0xFF, n, o, top);
                        } else {
                            n[top - 1] = n[top - 1] == n[top] ? 1 : 0;
                        }
                    }
                    case Step.NOT_EQUAL -> {
                        if (o[--top] != null || o[top - 1] != null) {
                            calls.compareObjects(word & 0xFF, n, o, top);
                        } else {
                            n[top - 1] = n[top - 1] != n[top] ? 1 : 0;
                        }
                    }
                    case Step.GREATER -> {
                        requireNumbers(o, --top, pc);
                        n[top - 1] = n[top - 1] > n[top] ? 1 : 0;
                    }
                    case Step.GREATER_OR_EQUAL -> {
                        requireNumbers(o, --top, pc);
                        n[top - 1] = n[top - 1] >= n[top] ? 1 : 0;
                    }
                    default -> throw new IllegalStateException("no such step: " + word);
                }
            }
        } catch (ArithmeticException overflow) {
            throw image.failure(pc - 1, "the result is a whole number of more than 64 bits, which Python has and this machine has not.");
        }
    }

    private void requireNumbers(Counted[] o, int top, int pc) {
        if (o[top] != null || o[top - 1] != null) {
            throw calls.notNumbers(o[top - 1] == null ? o[top] : o[top - 1], pc);
        }
    }

    private void poll() {
        heap.safePoint();
        surroundings.safePoint();
    }

    private Counted kept(Counted object) {
        if (object != null) {
            heap.keep(object);
        }
        return object;
    }

    private void drop(Counted object) {
        if (object != null) {
            heap.drop(object);
        }
    }

    private boolean truth(Counted object, long number) {
        if (object == null) {
            return number != 0;
        }
        boolean truth = object.truth();
        heap.drop(object);
        return truth;
    }

    private long number(Counted[] o, long[] n, int place, int pc) {
        if (o[place] != null) {
            throw image.failure(pc - 1, "needs a number, but has a " + o[place].type() + ".");
        }
        return n[place];
    }

    private void dropLocals(int base, int locals) {
        for (int i = base; i < base + locals; i++) {
            drop(objects[i]);
        }
    }

    /** Makes sure that a call fits in, and clears the locals that are not given. */
    private void requireRoom(int function, int base, int depth, int at) {
        int end = base + image.locals[function];
        if (depth >= Frames.MOST || end + image.depth[function] > PLACES) {
            throw image.failure(at, "maximum recursion depth exceeded.");
        }
        for (int i = base + image.parameters[function]; i < end; i++) {
            objects[i] = null;
        }
    }
}
