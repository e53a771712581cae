package coreloom.sampler.linux.elf;

/**
 * A part of the file that is mapped when the program starts (PT_LOAD).
 *
 * @param offset     where it lies in the file
 * @param address    where it is mapped, before the file is moved
 * @param fileSize   bytes that come from the file; the rest begins as zeros
 * @param memorySize bytes in memory
 */
public record ElfSegment(long offset, long address, long fileSize, long memorySize) {
    /** Whether those bytes lie in it and come from the file. */
    public boolean stores(ElfSymbol symbol) {
        long from = symbol.address() - address;
        return from >= 0 && symbol.size() >= 0 && symbol.size() <= fileSize && from <= fileSize - symbol.size();
    }
}
