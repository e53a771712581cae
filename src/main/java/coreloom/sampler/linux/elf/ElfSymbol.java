package coreloom.sampler.linux.elf;

/**
 * A variable of a program, or one of its sections.
 *
 * @param address where it lies, before the file is moved to where it is mapped
 * @param size    bytes
 */
public record ElfSymbol(long address, long size) {}
