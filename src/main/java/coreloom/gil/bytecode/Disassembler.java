package coreloom.gil.bytecode;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes a program as CPython's {@code dis} does, and marks where the eval breaker is polled: there and nowhere else a thread gives way.
 *
 * <pre>
 *   line   label   number   INSTRUCTION   argument            mark
 * </pre>
 */
public final class Disassembler {
    private static final String MARK = "<- eval breaker";

    private Disassembler() {}

    /** All functions, each line ended by a line feed. */
    public static String text(Program program) {
        StringBuilder text = new StringBuilder(program.file()).append(": an arrow marks where the eval breaker is polled.\n");
        for (int i = 0; i < program.functions().size(); i++) {
            Function function = program.functions().get(i);
            text.append("\nfunction ").append(function.head()).append('\n');
            append(text, function, program.shape(i));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Function function, Shape shape) {
        Set<Integer> targets = new HashSet<>();
        function.instructions().stream().filter(each -> each.opcode().jumps()).forEach(each -> targets.add(each.argument()));
        List<Instruction> all = function.instructions();
        for (int i = 0; i < all.size(); i++) {
            Instruction instruction = all.get(i);
            String line = String.format(Locale.ROOT, "%6d %s %4d  %-26s %-24s%s", instruction.line(), targets.contains(i) ? ">>" : "  ", i,
                    instruction.opcode(), argument(instruction), polls(instruction, shape.callees().get(i)) ? MARK : "");
            text.append(line.stripTrailing()).append('\n');
        }
    }

    private static String argument(Instruction instruction) {
        return instruction.opcode().jumps() ? instruction.text() + " (to " + instruction.argument() + ")" : instruction.text();
    }

    /** A call of a function of the kernel is polled by the RESUME that the function begins with. */
    private static boolean polls(Instruction instruction, Global callee) {
        return switch (instruction.opcode()) {
            case RESUME, JUMP_BACKWARD -> true;
            case CALL -> callee.kind() == Global.Kind.BUILTIN && Builtin.values()[callee.number()].polled();
            default -> false;
        };
    }
}
