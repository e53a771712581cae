package coreloom.gil.bytecode;

import java.util.List;

/**
 * One function of a kernel.
 *
 * @param parameters how many of the locals, from the first, are given by the caller
 * @param locals     their names
 * @param line       where it begins in the kernel's file
 */
record Function(String name, int parameters, List<String> locals, List<Instruction> instructions, int line) {
    Function {
        locals = List.copyOf(locals);
        instructions = List.copyOf(instructions);
    }

    /** As a person would write its head. */
    String head() {
        return name + "(" + String.join(", ", locals.subList(0, parameters)) + ")";
    }
}
