package coreloom.sampler.linux.python;

import coreloom.sampler.linux.elf.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the lock of the main interpreter in the runtime of a process: where the build tells it itself, else where the same version had it,
 * else by searching the runtime. Whatever lies there has to look like a lock in use before it is believed.
 */
final class GilSearch {
    /** Of more, none could be told from the others. */
    static final int MOST_PLACES = 8;
    private static final int WINDOW_BYTES = 1 << 16;

    private final Bytes memory;
    private final AddressRange runtime;
    private final PythonVersion version;

    GilSearch(Bytes memory, AddressRange runtime, PythonVersion version) {
        this.memory = memory;
        this.runtime = runtime;
        this.version = version;
    }

    /** Every place where it may lie, at most {@link #MOST_PLACES}; none when it cannot be read or is not made yet. */
    List<GilPlace> places() throws IOException {
        Optional<DebugOffsets> told = DebugOffsets.read(memory, runtime);
        if (told.isPresent()) {
            Optional<GilPlace> place = told.get().lockOfMain(memory, runtime);
            if (place.isPresent() && plausible(place.get())) {
                return List.of(place.get());
            }
        }
        GilLayout layout = told.map(DebugOffsets::layout).orElse(GilLayout.of(version.freeThreaded()));
        int tid = told.map(DebugOffsets::tid).orElse(KnownOffsets.ofTid(version));
        for (int offset : KnownOffsets.ofLock(version)) {
            GilPlace place = new GilPlace(runtime.from() + offset, layout, tid);
            if (plausible(place)) {
                return List.of(place);
            }
        }
        return scan(layout, tid);
    }

    boolean plausible(GilPlace place) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(GilLayout.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return MemoryWord.pointer(place.address()) && memory.read(place.address(), bytes) && place.layout().plausible(bytes, 0);
    }

    List<GilPlace> scan(GilLayout layout, int tid) throws IOException {
        List<GilPlace> places = new ArrayList<>();
        ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES + GilLayout.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long from = 0; from < runtime.size(); from += WINDOW_BYTES) {
            window.clear().limit((int) Math.min(window.capacity(), runtime.size() - from));
            if (!memory.read(runtime.from() + from, window)) {
                return List.of();
            }
            for (int at = 0; at < WINDOW_BYTES && places.size() < MOST_PLACES; at += Long.BYTES) {
                if (layout.plausible(window, at)) {
                    places.add(new GilPlace(runtime.from() + from + at, layout, tid));
                }
            }
        }
        return places;
    }
}
