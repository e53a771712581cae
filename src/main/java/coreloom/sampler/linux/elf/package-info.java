/** Reads the parts of ELF files (elf(5)) that tell where a running program keeps its variables. */
package coreloom.sampler.linux.elf;
