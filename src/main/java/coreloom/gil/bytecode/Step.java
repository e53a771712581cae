package coreloom.gil.bytecode;

/**
 * What the interpreter's loop distinguishes: each instruction specialised by what is known of it before it runs, as CPython's adaptive
 * interpreter does while it runs. Never two instructions in one, so that one instruction is one step.
 */
final class Step {
    static final int NOP = 0;
    static final int RESUME = 1;
    static final int POP_TOP = 2;
    static final int COPY = 3;
    static final int SWAP = 4;
    static final int LOAD_NUMBER = 5;
    static final int LOAD_NONE = 6;
    static final int LOAD_FAST = 7;
    static final int STORE_FAST = 8;
    static final int LOAD_CALLABLE = 9;
    static final int LOAD_PARAMETER = 10;
    static final int LOAD_OBJECT = 11;
    static final int LOAD_METHOD = 12;
    static final int NEGATIVE = 13;
    static final int NOT = 14;
    static final int INVERT = 15;
    static final int BUILD_LIST = 16;
    static final int LIST_APPEND = 17;
    static final int SUBSCRIPT = 18;
    static final int STORE_SUBSCRIPT = 19;
    static final int JUMP = 20;
    static final int JUMP_BACKWARD = 21;
    static final int JUMP_IF_TRUE = 22;
    static final int JUMP_IF_FALSE = 23;
    static final int JUMP_IF_NONE = 24;
    static final int JUMP_IF_NOT_NONE = 25;
    static final int CALL_FUNCTION = 26;
    static final int CALL_LEN = 27;
    static final int CALL_APPEND = 28;
    static final int CALL_BUILTIN = 29;
    static final int RETURN_VALUE = 30;
    static final int RETURN_NUMBER = 31;
    static final int RETURN_NONE = 32;
    /** The first of {@link Operator}; the others follow in its order. */
    static final int ADD = 33;
    static final int AND = 34;
    static final int FLOOR_DIVIDE = 35;
    static final int LEFT_SHIFT = 36;
    static final int MULTIPLY = 37;
    static final int REMAINDER = 38;
    static final int OR = 39;
    static final int RIGHT_SHIFT = 40;
    static final int SUBTRACT = 41;
    static final int XOR = 42;
    /** The first of {@link Comparison}; the others follow in its order. */
    static final int LESS = 43;
    static final int LESS_OR_EQUAL = 44;
    static final int EQUAL = 45;
    static final int NOT_EQUAL = 46;
    static final int GREATER = 47;
    static final int GREATER_OR_EQUAL = 48;
    /** A call of a builtin that blocks, and so may await. */
    static final int CALL_BLOCKING = 49;

    private Step() {}
}
