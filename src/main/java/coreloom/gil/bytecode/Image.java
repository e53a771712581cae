package coreloom.gil.bytecode;

import java.util.List;

/**
 * A program laid out for the loop: all functions one after the other in one array.
 *
 * <pre>
 *   code[i]   bits 0–7 the step   bits 8–31 its argument; a jump's is a place in code
 * </pre>
 */
final class Image {
    static final int STEP_BITS = 8;

    final Program program;
    final int[] code;
    final long[] constants;
    /** By function: where its code begins, how many locals it has, how many of them are given, and how deep its stack may get. */
    final int[] begin;
    final int[] locals;
    final int[] parameters;
    final int[] depth;
    private final int[] lines;

    Image(Program program) {
        List<Function> functions = program.functions();
        this.program = program;
        constants = program.constants().stream().mapToLong(value -> value == null ? 0 : value).toArray();
        begin = new int[functions.size()];
        locals = functions.stream().mapToInt(function -> function.locals().size()).toArray();
        parameters = functions.stream().mapToInt(Function::parameters).toArray();
        depth = new int[functions.size()];
        int size = functions.stream().mapToInt(function -> function.instructions().size()).sum();
        code = new int[size];
        lines = new int[size];
        int at = 0;
        for (int i = 0; i < functions.size(); i++) {
            begin[i] = at;
            depth[i] = program.shape(i).maxDepth();
            at = lay(functions.get(i), program.shape(i), at);
        }
    }

    private int lay(Function function, Shape shape, int from) {
        int at = from;
        for (Instruction instruction : function.instructions()) {
            Global callee = shape.callees().get(at - from);
            code[at] = callee != null ? call(callee) : word(instruction, from);
            lines[at] = instruction.line();
            at++;
        }
        return at;
    }

    private static int word(int step, int argument) {
        return argument << STEP_BITS | step;
    }

    private static int call(Global callee) {
        if (callee.kind() == Global.Kind.FUNCTION) {
            return word(Step.CALL_FUNCTION, callee.number());
        }
        return switch (Builtin.values()[callee.number()]) {
            case LEN -> word(Step.CALL_LEN, 0);
            case APPEND -> word(Step.CALL_APPEND, 0);
            case OBJECT, RELEASE, DIGEST, RANGE, SUM, COLLECT -> word(Step.CALL_BUILTIN, callee.number());
            case ACQUIRE, SEND, RECEIVE, SLEEP, RECV, SENDALL -> word(Step.CALL_BLOCKING, callee.number());
        };
    }

    private int word(Instruction instruction, int from) {
        int argument = instruction.argument();
        return switch (instruction.opcode()) {
            case NOP -> word(Step.NOP, 0);
            case RESUME -> word(Step.RESUME, 0);
            case POP_TOP -> word(Step.POP_TOP, 0);
            case COPY -> word(Step.COPY, argument);
            case SWAP -> word(Step.SWAP, argument);
            case LOAD_CONST -> program.constants().get(argument) == null ? word(Step.LOAD_NONE, 0) : word(Step.LOAD_NUMBER, argument);
            case LOAD_FAST -> word(Step.LOAD_FAST, argument);
            case STORE_FAST -> word(Step.STORE_FAST, argument);
            case LOAD_GLOBAL -> global(program.globals().get(argument));
            case LOAD_ATTR -> word(Step.LOAD_METHOD, argument);
            case UNARY_NEGATIVE -> word(Step.NEGATIVE, 0);
            case UNARY_NOT -> word(Step.NOT, 0);
            case UNARY_INVERT -> word(Step.INVERT, 0);
            case BINARY_OP -> word(Step.ADD + argument, 0);
            case COMPARE_OP -> word(Step.LESS + argument, 0);
            case BUILD_LIST -> word(Step.BUILD_LIST, argument);
            case LIST_APPEND -> word(Step.LIST_APPEND, argument);
            case BINARY_SUBSCR -> word(Step.SUBSCRIPT, 0);
            case STORE_SUBSCR -> word(Step.STORE_SUBSCRIPT, 0);
            case JUMP_FORWARD, JUMP_BACKWARD_NO_INTERRUPT -> word(Step.JUMP, from + argument);
            case JUMP_BACKWARD -> word(Step.JUMP_BACKWARD, from + argument);
            case POP_JUMP_IF_TRUE -> word(Step.JUMP_IF_TRUE, from + argument);
            case POP_JUMP_IF_FALSE -> word(Step.JUMP_IF_FALSE, from + argument);
            case POP_JUMP_IF_NONE -> word(Step.JUMP_IF_NONE, from + argument);
            case POP_JUMP_IF_NOT_NONE -> word(Step.JUMP_IF_NOT_NONE, from + argument);
            case RETURN_VALUE -> word(Step.RETURN_VALUE, 0);
            case RETURN_CONST -> program.constants().get(argument) == null ? word(Step.RETURN_NONE, 0) : word(Step.RETURN_NUMBER, argument);
            case CALL -> throw new IllegalStateException("a call without a callee");
        };
    }

    private static int global(Global global) {
        return switch (global.kind()) {
            case FUNCTION, BUILTIN -> word(Step.LOAD_CALLABLE, 0);
            case PARAMETER -> word(Step.LOAD_PARAMETER, global.number());
            case OBJECT -> word(Step.LOAD_OBJECT, global.number());
        };
    }

    KernelFailure failure(int at, String sentence) {
        return new KernelFailure(program.file(), lines[at], sentence);
    }
}
