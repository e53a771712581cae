package coreloom.workload;

import coreloom.gil.bytecode.LongOperation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** A whole number that a profile may set, for all lanes or for one. Its name in lower case is its key, which ends with its unit. */
public enum Setting {
    /** Worker threads of the lane; as many as there are usable cores unless given. */
    WORKERS(1, 4_096),
    /** How long a lane is measured; 0 means until stopped. */
    DURATION_SECONDS(0, 86_400, 8),
    /** How long one worker runs alone before, for the speed-up; 0 leaves that out. */
    BASELINE_MILLIS(0, 60_000, 1_000),
    /** How long a worker process runs its kernel before anything counts. */
    WARM_UP_MILLIS(0, 60_000, 1_000),
    /** How long a thread waits for the interpreter lock before it asks the holder to let go. */
    SWITCH_INTERVAL_MICROS(1, 10_000_000, 5_000),
    /** Computing kernels: turns of the interpreted loop in one work unit; a turn of kernel cpu takes some 50 ns. */
    UNIT_STEPS(1, 1_000_000_000, 1_000),
    /** Kernels io, mixed and sleep: how long the blocking call of a work unit lasts. */
    LATENCY_MICROS(1, 10_000_000, 2_000),
    /** Kernel lock: steps inside the critical section of a work unit. */
    CRITICAL_STEPS(0, 1_000_000_000, 60),
    /** Kernel lock: steps outside of it. */
    OUTSIDE_STEPS(0, 1_000_000_000, 600),
    /** Kernel extension: how much a long call of an extension works on. */
    EXTENSION_BYTES(0, 1_000_000_000, 1_048_576),
    /** Kernel extension: from how many bytes on such a call lets the interpreter lock go, as hashlib does. */
    RELEASE_BYTES(0, 1_000_000_000, 2_048),
    /** Kernel collect: net containers made before the collector runs; CPython 3.13 has 2000, 3.12 has 700. */
    COLLECTOR_THRESHOLD(1, 1_000_000_000, 2_000),
    /** Variant striped: locks that the workers of the lane share. */
    STRIPES(1, 65_536, 16),
    /** Where all pseudo-random choices of the lane begin: the first value of each worker's kernel, the stripe of each critical section. */
    SEED(0, 1_000_000_000, 1),
    /** Variant gil-pool: work units of one call. */
    POOL_CALL_UNITS(1, 1_000_000_000, 4_000),
    /** Kernel longop: how long its one operation takes. */
    OPERATION_MICROS(1, LongOperation.MAX_MICROS, 3_000),
    /** Kernel echo: from one request to the next; 0 for the next as soon as there is a reply. */
    REQUEST_PERIOD_MICROS(0, 1_000_000, 0);

    private final long min;
    private final long max;
    private final OptionalLong preset;

    Setting(long min, long max) {
        this.min = min;
        this.max = max;
        this.preset = OptionalLong.empty();
    }

    Setting(long min, long max, long preset) {
        this.min = min;
        this.max = max;
        this.preset = OptionalLong.of(preset);
    }

    /** Its key in a profile. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its value where a profile does not give one; {@link #WORKERS} has none, it depends on the machine. */
    public OptionalLong preset() {
        return preset;
    }

    /** Whether that value is within its range. */
    public boolean allows(long value) {
        return min <= value && value <= max;
    }

    /** What it must be, for a sentence. */
    public String rule() {
        return "must be a whole number from " + min + " to " + max;
    }

    /** Whether worker processes are told, by an option of the key's name; the others are the launcher's own business. */
    boolean toldToWorkers() {
        return this != WORKERS && this != DURATION_SECONDS && this != BASELINE_MILLIS;
    }

    /** Its option on the command line of a worker process. */
    String option() {
        return "--" + key().replace('_', '-');
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Setting::key).toList();
    }
}
