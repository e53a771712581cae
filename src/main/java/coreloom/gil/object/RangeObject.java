package coreloom.gil.object;

/** A {@code range(stop)}: whole numbers from 0 on, none of which is an object of its own. No container for the collector. */
public final class RangeObject extends Counted {
    private final long stop;

    RangeObject(long stop) {
        this.stop = Math.max(0, stop);
    }

    /** One more than its last number; 0 where it has none. */
    public long stop() {
        return stop;
    }

    @Override
    public String type() {
        return "range";
    }

    @Override
    public boolean truth() {
        return stop != 0;
    }
}
