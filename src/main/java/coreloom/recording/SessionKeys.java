package coreloom.recording;

import coreloom.snapshot.LockSight;
import coreloom.snapshot.Marker;
import coreloom.snapshot.Phase;
import coreloom.snapshot.WorkerTable.Count;

/** Every key of the session format. A key once released keeps its meaning and unit for ever. */
public final class SessionKeys {
    public static final String FORMAT = "format";
    public static final String VERSION = "version";
    public static final String HOST = "host";
    public static final String PERIOD = "period_ns";
    public static final String STARTED = "started";
    public static final String CLOCK = "clock";
    public static final String UNITS = "units";

    public static final String SYSTEM = "system";
    public static final String RUNTIME = "runtime";
    public static final String USABLE_CORES = "usable_cores";
    public static final String PHYSICAL_CORE = "physical_core";
    public static final String PACKAGE = "package";
    public static final String NUMA_NODE = "numa_node";
    public static final String AFFINITY = "affinity";
    public static final String LAST_LEVEL_CACHE = "last_level_cache";
    public static final String CORE_KIND = "kind";

    public static final String SEQUENCE = "seq";
    public static final String AFTER = "after";
    public static final String MONOTONIC = "mono_ns";
    public static final String EPOCH = "epoch_ms";
    public static final String PROFILE = "profile";
    public static final String CORES = "cores";
    public static final String LANES = "lanes";
    public static final String ROWS = "rows";
    public static final String FREE = "free";
    public static final String THREADS = "threads";
    public static final String WORKERS = "workers";
    public static final String OWN = "own";
    public static final String CHECKSUM = "crc";

    public static final String ID = "id";
    public static final String NAME = "name";
    public static final String PID = "pid";
    public static final String TID = "tid";

    public static final String BUSY = "busy_ms";
    public static final String IDLE = "idle_ms";
    public static final String IO_WAIT = "io_wait_ms";
    public static final String STEAL = "steal_ms";

    public static final String VARIANT = "variant";
    public static final String PHASE = "phase";
    public static final String SINCE = "since_ns";
    public static final String PLANNED = "planned_ns";
    public static final String PROCESSES = "processes";
    public static final String ALIVE = "alive";
    public static final String EXIT_CODE = "exit_code";
    public static final String LAST_WORDS = "last_words";
    public static final String TROUBLE = "trouble";
    public static final String NOTE = "note";

    public static final String ROW = "row";
    public static final String START = "start";
    public static final String ON_CPU = "on_cpu_ns";
    public static final String RUN_DELAY = "run_delay_ns";
    public static final String SLICES = "slices";
    public static final String STATE = "state";
    public static final String CORE = "core";

    public static final String WAITS_FOR = "waits_for";
    public static final String LOCK_ADDRESS = "lock_address";
    public static final String LOCK_SIGN = "lock_sign";
    public static final String SAMPLES = "samples";
    public static final String BLOCKED_SAMPLES = "blocked_samples";

    public static final String INTERPRETERS = "interpreters";
    public static final String FREE_THREADED = "free_threaded";
    public static final String SIGHT = "sight";
    public static final String REASON = "reason";
    public static final String ENABLED = "enabled";
    public static final String SWITCH_INTERVAL = "switch_interval_us";
    public static final String HANDOFFS = "handoffs";
    public static final String HELD = "held";
    public static final String HOLDER = "holder";

    public static final String LIMITS = "limits";
    public static final String QUOTA = "quota";
    public static final String GROUP = "group";
    public static final String QUOTA_MICROS = "quota_us";
    public static final String PERIOD_MICROS = "period_us";
    public static final String PERIODS = "periods";
    public static final String THROTTLED_PERIODS = "throttled_periods";
    public static final String THROTTLED_MICROS = "throttled_us";
    public static final String PROCESS_TIMES = "process_times";

    public static final String LANE = "lane";
    public static final String NUMBER = "number";
    public static final String WAIT = "wait_ns";
    public static final String HISTOGRAM = "lock_waits";

    public static final String CPU = "cpu_ns";
    public static final String TERMINAL_BYTES = "terminal_bytes";
    public static final String LATE_SAMPLES = "late_samples";
    public static final String DROPPED_SNAPSHOTS = "dropped_snapshots";
    public static final String FAULTS = "faults";
    public static final String LAST_FAULT = "last_fault";
    public static final String LOOKS = "looks";
    public static final String MISSED_LOOKS = "missed_looks";

    public static final String PIECE = "piece";
    public static final String MARKERS = "markers";
    public static final String KIND = "kind";
    public static final String TEXT = "text";

    private SessionKeys() {}

    /** Value of {@link #PHASE}. */
    public static String of(Phase phase) {
        return switch (phase) {
            case STARTING -> "starting";
            case WARM_UP -> "warm_up";
            case BASELINE -> "baseline";
            case MEASURED -> "measured";
            case ENDED -> "ended";
            case FAILED -> "failed";
        };
    }

    /** Value of {@link #SIGHT}. */
    public static String of(LockSight sight) {
        return switch (sight) {
            case EXACT -> "exact";
            case INFERRED -> "inferred";
            case UNSEEN -> "unseen";
        };
    }

    /** Value of {@link #KIND}. */
    public static String of(Marker.Kind kind) {
        return switch (kind) {
            case NOTE -> "note";
            case PROFILE -> "profile";
            case LANE_STARTED -> "lane_started";
            case LANE_ENDED -> "lane_ended";
        };
    }

    /** Key of a worker's counter. */
    public static String of(Count count) {
        return switch (count) {
            case UNITS -> "units";
            case ACQUISITIONS -> "acquisitions";
            case WAITS -> "waits";
            case HANDOFFS -> "handoffs";
            case FORCED_SWITCHES -> "forced_switches";
            case DROP_REQUESTS -> "drop_requests";
            case HOLD_NANOS -> "hold_ns";
            case RETURNS -> "returns";
            case COLLECTIONS -> "collections";
            case PAUSE_NANOS -> "pause_ns";
            case REPLIES -> "replies";
        };
    }
}
