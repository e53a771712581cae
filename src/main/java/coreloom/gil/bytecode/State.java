package coreloom.gil.bytecode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What is known before an instruction, whatever way led there: the kinds of values on the stack, and the locals that have one. */
final class State {
    private static final Slot VALUE = new Slot(null, false);
    private static final Slot EMPTY = new Slot(null, true);

    private final Function function;
    private final List<Slot> stack;
    private final BitSet assigned;

    /**
     * One place of the stack: an ordinary value, an empty place before a function, or something that can only be called.
     */
    private record Slot(Global callee, boolean empty) {}

    /** What is wrong with an instruction; the sentence does not name the place. */
    static final class Wrong extends Exception {
        Wrong(String sentence) {
            super(sentence, null, false, false);
        }
    }

    private State(Function function, List<Slot> stack, BitSet assigned) {
        this.function = function;
        this.stack = stack;
        this.assigned = assigned;
    }

    /** Where a function begins: nothing on the stack, and a value in each parameter. */
    static State first(Function function) {
        BitSet assigned = new BitSet();
        assigned.set(0, function.parameters());
        return new State(function, new ArrayList<>(), assigned);
    }

    State copy() {
        return new State(function, new ArrayList<>(stack), (BitSet) assigned.clone());
    }

    int depth() {
        return stack.size();
    }

    /** What is known when either way may have led here. */
    State merge(State other) throws Wrong {
        if (stack.size() != other.stack.size()) {
            throw new Wrong("the stack is " + stack.size() + " deep on one way here, and " + other.stack.size() + " deep on another.");
        }
        if (!stack.equals(other.stack)) {
            throw new Wrong("what is to be called differs with the way here.");
        }
        State merged = copy();
        merged.assigned.and(other.assigned);
        return merged;
    }

    /**
     * Goes from before an instruction to behind it.
     *
     * @return what it calls, if it is a call
     */
    Global execute(Instruction instruction, Program.Draft draft) throws Wrong {
        Opcode opcode = instruction.opcode();
        int argument = instruction.argument();
        switch (opcode) {
            case LOAD_FAST -> requireAssigned(argument);
            case STORE_FAST -> assigned.set(argument);
            case COPY, SWAP, LIST_APPEND -> requireDepth(opcode, argument);
            case RETURN_VALUE -> requireNothingLeft(1);
            case RETURN_CONST -> requireNothingLeft(0);
            case BUILD_LIST -> pop(opcode, argument);
            case LOAD_GLOBAL -> {
                Global global = draft.globals().get(argument);
                if (global.callable()) {
                    stack.add(EMPTY);
                    stack.add(new Slot(global, false));
                    return null;
                }
            }
            case LOAD_ATTR -> {
                pop(opcode, 1);
                stack.add(new Slot(new Global(Global.Kind.BUILTIN, argument), false));
                stack.add(VALUE);
                return null;
            }
            case CALL -> {
                return call(argument, draft);
            }
            default -> { }
        }
        pop(opcode, opcode.pops());
        for (int i = 0; i < opcode.pushes(); i++) {
            stack.add(VALUE);
        }
        return null;
    }

    private Global call(int arguments, Program.Draft draft) throws Wrong {
        pop(Opcode.CALL, arguments);
        int depth = stack.size();
        if (depth < 2) {
            throw new Wrong("CALL " + arguments + " finds nothing to call under its arguments.");
        }
        Slot upper = stack.remove(depth - 1);
        Slot lower = stack.remove(depth - 2);
        Global callee = upper.callee() != null ? upper.callee() : lower.callee();
        if (callee == null) {
            throw new Wrong("CALL " + arguments + " finds nothing to call under its arguments.");
        }
        requireArguments(callee, arguments, draft);
        stack.add(VALUE);
        return callee;
    }

    private static void requireArguments(Global callee, int arguments, Program.Draft draft) throws Wrong {
        boolean ours = callee.kind() == Global.Kind.FUNCTION;
        Function called = ours ? draft.functions().get(callee.number()) : null;
        Builtin builtin = ours ? null : Builtin.values()[callee.number()];
        int wanted = ours ? called.parameters() : builtin.arguments();
        if (wanted != arguments) {
            throw new Wrong((ours ? called.name() : builtin.word()) + " takes " + wanted + " arguments, but CALL gives it " + arguments + ".");
        }
    }

    private void pop(Opcode opcode, int values) throws Wrong {
        for (int i = 0; i < values; i++) {
            if (stack.isEmpty()) {
                throw new Wrong(opcode + " takes more from the stack than is there.");
            }
            if (!stack.remove(stack.size() - 1).equals(VALUE)) {
                throw new Wrong(opcode + " takes something that can only be called.");
            }
        }
    }

    private void requireDepth(Opcode opcode, int argument) throws Wrong {
        int deepest = opcode == Opcode.LIST_APPEND ? argument + 1 : argument;
        if (argument < 1 || deepest > stack.size()) {
            throw new Wrong(opcode + " " + argument + " reaches for a place that the stack does not have.");
        }
        for (int place : new int[] {stack.size() - deepest, stack.size() - 1}) {
            if (!stack.get(place).equals(VALUE)) {
                throw new Wrong(opcode + " takes something that can only be called.");
            }
        }
    }

    private void requireAssigned(int local) throws Wrong {
        if (!assigned.get(local)) {
            throw new Wrong(function.locals().get(local) + " has no value yet on some way here.");
        }
    }

    private void requireNothingLeft(int values) throws Wrong {
        if (stack.size() > values) {
            throw new Wrong("the function returns, but " + (stack.size() - values) + " values are left on the stack.");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof State state && stack.equals(state.stack) && assigned.equals(state.assigned);
    }

    @Override
    public int hashCode() {
        return stack.hashCode() * 31 + assigned.hashCode();
    }
}
