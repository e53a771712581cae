package coreloom.gil.bytecode;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A kernel that has been assembled and verified: one work unit, in bytecode. It begins with {@code unit(value)}, which is given what the unit
 * before it returned.
 */
public final class Program {
    static final String ENTRY = "unit";

    private final Draft draft;
    private final List<Shape> shapes;

    Program(Draft draft, List<Shape> shapes) {
        this.draft = draft;
        this.shapes = List.copyOf(shapes);
    }

    /**
     * What the assembler has read, not verified yet.
     *
     * @param file      where it was read from, for sentences
     * @param constants whole numbers, and null for {@code None}
     * @param globals   what its {@code LOAD_GLOBAL} instructions find
     */
    record Draft(String file, List<Function> functions, List<Long> constants, List<Global> globals) {
        Draft {
            functions = List.copyOf(functions);
            constants = Collections.unmodifiableList(Arrays.asList(constants.toArray(new Long[0])));
            globals = List.copyOf(globals);
        }
    }

    /** Where it was read from. */
    public String file() {
        return draft.file();
    }

    List<Function> functions() {
        return draft.functions();
    }

    List<Long> constants() {
        return draft.constants();
    }

    List<Global> globals() {
        return draft.globals();
    }

    /** What verification has found out about that function. */
    Shape shape(int function) {
        return shapes.get(function);
    }

    /** Which function a work unit begins with. */
    int entry() {
        return entry(draft.functions());
    }

    /** Its place among these, or -1. */
    static int entry(List<Function> functions) {
        for (int i = 0; i < functions.size(); i++) {
            if (functions.get(i).name().equals(ENTRY)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether it uses the device: its workers need one each. */
    public boolean usesDevice() {
        return calls(Builtin.SEND) || calls(Builtin.RECEIVE);
    }

    /** Whether it answers a process that asks. */
    public boolean answers() {
        return calls(Builtin.RECV) || calls(Builtin.SENDALL);
    }

    /** Whether it has long operations. */
    public boolean usesOperation() {
        return calls(Builtin.SUM);
    }

    /** Whether it has critical sections of its own. */
    public boolean locks() {
        return calls(Builtin.ACQUIRE);
    }

    private boolean calls(Builtin builtin) {
        return shapes.stream().anyMatch(shape -> shape.callees().values().stream()
                .anyMatch(callee -> callee.kind() == Global.Kind.BUILTIN && callee.number() == builtin.ordinal()));
    }
}
