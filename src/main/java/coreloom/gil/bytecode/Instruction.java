package coreloom.gil.bytecode;

/**
 * One instruction as it was written, its names resolved.
 *
 * @param opcode what it does
 * @param argument a number; the place of a local, of a constant or of a global; the ordinal of an operator, a comparison or a builtin; the
 *                 instruction that it jumps to. 0 where it has none
 * @param text     the argument as people read it
 * @param line     in the kernel's file, from 1
 */
record Instruction(Opcode opcode, int argument, String text, int line) {}
