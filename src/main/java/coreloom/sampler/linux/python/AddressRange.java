package coreloom.sampler.linux.python;

/**
 * Some memory of a process. Addresses are unsigned.
 *
 * @param from the first byte
 * @param to   the byte behind the last
 */
public record AddressRange(long from, long to) {
    public boolean contains(long address) {
        return Long.compareUnsigned(address, from) >= 0 && Long.compareUnsigned(address, to) < 0;
    }

    /** Whether all of the other, which is not empty, lies in it. */
    public boolean contains(AddressRange other) {
        return contains(other.from) && Long.compareUnsigned(other.to, to) <= 0 && Long.compareUnsigned(other.from, other.to) < 0;
    }

    public long size() {
        return to - from;
    }
}
