package coreloom.sampler.linux;

/**
 * The line of {@code /proc/PID/task/TID/schedstat}. Reused for every thread, so that parsing allocates nothing.
 *
 * <pre>
 *   on-CPU ns   run delay ns   slices
 *   111696      85358          2
 * </pre>
 * A kernel whose delay accounting is off prints {@code 0 0 0}, as does a thread that has never run.
 */
final class SchedstatLine {
    private final Fields fields = new Fields();
    private long onCpuNanos;
    private long runDelayNanos;
    private long slices;

    /** Takes the line apart; false when it is not such a line, and then no number is to be used. */
    boolean parse(byte[] bytes, int length) {
        fields.start(bytes, 0, length);
        onCpuNanos = fields.number();
        runDelayNanos = fields.number();
        slices = fields.number();
        return fields.whole() && onCpuNanos >= 0 && runDelayNanos >= 0 && slices >= 0;
    }

    long onCpuNanos() {
        return onCpuNanos;
    }

    long runDelayNanos() {
        return runDelayNanos;
    }

    /** How often the thread was put on a core. */
    long slices() {
        return slices;
    }
}
