package coreloom.snapshot;

/** Where a lane is in its life. Counters are compared only within {@link #MEASURED}; the baseline gives one worker's throughput. */
public enum Phase {
    STARTING("starting"),
    WARM_UP("warming up"),
    BASELINE("one worker"),
    MEASURED("running"),
    ENDED("done"),
    FAILED("failed");

    private static final Phase[] ALL = values();

    private final String words;

    Phase(String words) {
        this.words = words;
    }

    /** The word on screen. */
    public String words() {
        return words;
    }

    /** True once nothing of the lane runs any more. */
    public boolean over() {
        return this == ENDED || this == FAILED;
    }

    /** The phase of that ordinal, without copying the array of all. */
    public static Phase of(int ordinal) {
        return ALL[ordinal];
    }
}
