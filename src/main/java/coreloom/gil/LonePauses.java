package coreloom.gil;

import coreloom.telemetry.WorkerSlot;
import java.util.function.LongSupplier;

/** The pauses of a thread that has its objects to itself: it keeps nobody from them, and only counts. */
public final class LonePauses implements Pauses {
    private final WorkerSlot slot;
    private final LongSupplier clock;
    private long began;

    /** @param clock monotonic time, ns */
    public LonePauses(WorkerSlot slot, LongSupplier clock) {
        this.slot = slot;
        this.clock = clock;
    }

    @Override
    public void pauseBegins() {
        began = clock.getAsLong();
    }

    @Override
    public void pauseEnds() {
        slot.paused(clock.getAsLong() - began);
    }

    @Override
    public void collected() {
        slot.collected();
    }
}
