package coreloom.sampler.linux.python;

import coreloom.sampler.linux.elf.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The fields of one lock, as last read. Reading allocates nothing. For one thread. */
final class GilCell {
    private final Bytes memory;
    private final GilPlace place;
    private final ByteBuffer fields = ByteBuffer.allocateDirect(GilLayout.FIELD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final MemoryWord word;

    GilCell(Bytes memory, GilPlace place) {
        this.memory = memory;
        this.place = place;
        word = new MemoryWord(memory);
    }

    GilPlace place() {
        return place;
    }

    /** Reads the fields; false when they cannot be read or can be none of a lock in use, and then none is to be used. */
    boolean read() throws IOException {
        return memory.read(place.address(), fields.clear()) && place.layout().plausibleFields(fields, 0);
    }

    boolean enabled() {
        return place.layout().enabled(fields, 0);
    }

    long intervalMicros() {
        return place.layout().intervalMicros(fields, 0);
    }

    long handoffs() {
        return place.layout().handoffs(fields, 0);
    }

    boolean held() {
        return place.layout().held(fields, 0);
    }

    /**
     * Reads the kernel's thread id of the holder, as the process itself sees it. 0 when nobody holds the lock or it cannot be told; what
     * the process says is not checked.
     */
    long readHolderTid() throws IOException {
        long holder = place.layout().holder(fields, 0);
        return held() && place.tidOffset() > 0 && holder != 0 && word.read(holder + place.tidOffset()) ? word.value() : 0;
    }
}
