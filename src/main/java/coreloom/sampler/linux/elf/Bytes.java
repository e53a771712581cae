package coreloom.sampler.linux.elf;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes that can be read at any place: of a file, or of the memory of a process. */
public interface Bytes {
    /**
     * Fills {@code into} from its position to its limit.
     *
     * @param at where the first byte lies, from 0
     * @return false when not all of them are there; what {@code into} holds is then not to be used
     */
    boolean read(long at, ByteBuffer into) throws IOException;
}
