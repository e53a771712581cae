package coreloom.gil.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Refuses what must not run: for every function it follows all ways through its instructions and knows at each how deep the stack is, what on it
 * can only be called, and which locals have a value. So the loop that runs them need not look.
 */
final class Verifier {
    private final Program.Draft draft;
    private final Function function;
    private final State[] before;
    private final ArrayDeque<Integer> open = new ArrayDeque<>();
    private final Map<Integer, Global> callees = new HashMap<>();
    private int maxDepth;

    private Verifier(Program.Draft draft, Function function) {
        this.draft = draft;
        this.function = function;
        this.before = new State[function.instructions().size()];
    }

    static Program verify(Program.Draft draft) throws KernelFault {
        int entry = Program.entry(draft.functions());
        if (entry < 0) {
            throw new KernelFault(draft.file(), "there is no function unit(value), which every kernel begins with.");
        }
        Function unit = draft.functions().get(entry);
        if (unit.parameters() != 1) {
            throw new KernelFault(draft.file(), unit.line(), "function unit has " + unit.parameters()
                    + " parameters instead of one, the value of the unit before.");
        }
        List<Shape> shapes = new ArrayList<>();
        for (Function function : draft.functions()) {
            shapes.add(new Verifier(draft, function).shape());
        }
        return new Program(draft, shapes);
    }

    private Shape shape() throws KernelFault {
        checkForm();
        reach(0, State.first(function));
        while (!open.isEmpty()) {
            follow(open.poll());
        }
        for (int i = 0; i < before.length; i++) {
            if (before[i] == null) {
                throw fault(i, "no way leads to this " + function.instructions().get(i).opcode() + ".");
            }
        }
        return new Shape(maxDepth, callees);
    }

    private void checkForm() throws KernelFault {
        List<Instruction> all = function.instructions();
        if (all.isEmpty() || all.get(0).opcode() != Opcode.RESUME) {
            throw new KernelFault(draft.file(), all.isEmpty() ? function.line() : all.get(0).line(),
                    "function " + function.name() + " must begin with RESUME 0.");
        }
        for (int i = 0; i < all.size(); i++) {
            Instruction instruction = all.get(i);
            if (instruction.opcode() == Opcode.RESUME && (i > 0 || instruction.argument() != 0)) {
                throw fault(i, "RESUME stands only at the beginning of a function, and only with 0.");
            }
            if (instruction.opcode().jumps() && instruction.opcode().jumpsBackward() != instruction.argument() <= i) {
                throw fault(i, instruction.opcode() + " jumps only " + (instruction.opcode().jumpsBackward() ? "backward" : "forward")
                        + ", but " + instruction.text() + " is the other way.");
            }
        }
        if (all.get(all.size() - 1).opcode().goesOn()) {
            throw fault(all.size() - 1, "function " + function.name() + " ends without RETURN_VALUE or RETURN_CONST.");
        }
    }

    private void follow(int at) throws KernelFault {
        Instruction instruction = function.instructions().get(at);
        State state = before[at].copy();
        try {
            Global callee = state.execute(instruction, draft);
            if (callee != null) {
                callees.put(at, callee);
            }
        } catch (State.Wrong wrong) {
            throw fault(at, wrong.getMessage());
        }
        maxDepth = Math.max(maxDepth, state.depth());
        if (instruction.opcode().jumps()) {
            reach(instruction.argument(), state);
        }
        if (instruction.opcode().goesOn()) {
            reach(at + 1, state);
        }
    }

    private void reach(int at, State state) throws KernelFault {
        try {
            State known = before[at];
            State merged = known == null ? state.copy() : known.merge(state);
            if (!merged.equals(known)) {
                before[at] = merged;
                open.add(at);
            }
        } catch (State.Wrong wrong) {
            throw fault(at, wrong.getMessage());
        }
    }

    private KernelFault fault(int at, String sentence) {
        return new KernelFault(draft.file(), function.instructions().get(at).line(), sentence);
    }
}
