package coreloom.gil.bytecode;

import java.util.Arrays;
import java.util.Optional;

/** The instructions of CPython 3.12 that kernels need, by its names ({@code dis} of the standard library documents each). */
enum Opcode {
    NOP(Argument.NONE, 0, 0),
    RESUME(Argument.NUMBER, 0, 0),
    POP_TOP(Argument.NONE, 1, 0),
    COPY(Argument.NUMBER, 0, 1),
    SWAP(Argument.NUMBER, 0, 0),
    LOAD_CONST(Argument.CONSTANT, 0, 1),
    LOAD_FAST(Argument.LOCAL, 0, 1),
    STORE_FAST(Argument.LOCAL, 1, 0),
    /** With {@code NULL +} in its argument it pushes an empty place and then what is to be called. */
    LOAD_GLOBAL(Argument.GLOBAL, 0, 1),
    /** Only for methods: replaces an object by its method and itself, to be called. */
    LOAD_ATTR(Argument.METHOD, 1, 2),
    UNARY_NEGATIVE(Argument.NONE, 1, 1),
    UNARY_NOT(Argument.NONE, 1, 1),
    UNARY_INVERT(Argument.NONE, 1, 1),
    BINARY_OP(Argument.OPERATOR, 2, 1),
    COMPARE_OP(Argument.COMPARISON, 2, 1),
    BUILD_LIST(Argument.NUMBER, 0, 1),
    LIST_APPEND(Argument.NUMBER, 1, 0),
    BINARY_SUBSCR(Argument.NONE, 2, 1),
    STORE_SUBSCR(Argument.NONE, 3, 0),
    JUMP_FORWARD(Argument.LABEL, 0, 0),
    JUMP_BACKWARD(Argument.LABEL, 0, 0),
    JUMP_BACKWARD_NO_INTERRUPT(Argument.LABEL, 0, 0),
    POP_JUMP_IF_TRUE(Argument.LABEL, 1, 0),
    POP_JUMP_IF_FALSE(Argument.LABEL, 1, 0),
    POP_JUMP_IF_NONE(Argument.LABEL, 1, 0),
    POP_JUMP_IF_NOT_NONE(Argument.LABEL, 1, 0),
    CALL(Argument.NUMBER, 2, 1),
    RETURN_VALUE(Argument.NONE, 1, 0),
    RETURN_CONST(Argument.CONSTANT, 0, 0);

    /** What stands behind an instruction. */
    enum Argument {
        NONE, NUMBER, CONSTANT, LOCAL, GLOBAL, METHOD, OPERATOR, COMPARISON, LABEL
    }

    private final Argument argument;
    private final int pops;
    private final int pushes;

    /**
     * @param pops   values that it takes from the stack, without those that its argument counts
     * @param pushes values that it puts there
     */
    Opcode(Argument argument, int pops, int pushes) {
        this.argument = argument;
        this.pops = pops;
        this.pushes = pushes;
    }

    Argument argument() {
        return argument;
    }

    int pops() {
        return pops;
    }

    int pushes() {
        return pushes;
    }

    boolean jumps() {
        return argument == Argument.LABEL;
    }

    boolean jumpsBackward() {
        return this == JUMP_BACKWARD || this == JUMP_BACKWARD_NO_INTERRUPT;
    }

    boolean returns() {
        return this == RETURN_VALUE || this == RETURN_CONST;
    }

    /** Whether the instruction behind it may come after it. */
    boolean goesOn() {
        return !returns() && this != JUMP_FORWARD && !jumpsBackward();
    }

    static Optional<Opcode> named(String name) {
        return Arrays.stream(values()).filter(opcode -> opcode.name().equals(name)).findFirst();
    }
}
