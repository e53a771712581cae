package coreloom.sampler.linux.python;

/**
 * Where a lock lies in the memory of a process.
 *
 * @param address   of the struct
 * @param layout    of its fields
 * @param tidOffset where in a thread state its thread id lies; 0 when that is not known
 */
record GilPlace(long address, GilLayout layout, int tidOffset) {
    AddressRange range() {
        return new AddressRange(address, address + GilLayout.BYTES);
    }
}
