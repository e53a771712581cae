package coreloom.recording;

/** The session format as numbers and words that writer and reader share; docs/session-format.md has the drawing. */
public final class SessionFormat {
    /** Value of {@link SessionKeys#FORMAT} in the first line of every session. */
    public static final String NAME = "coreloom-session";
    /** Version that is written; this one and all below are read. */
    public static final int VERSION = 1;
    /** A line that tells of every thread comes at least every so many snapshots. */
    public static final int FULL_EVERY = 60;
    /**
     * In how many lines running a change is told of what is not in every line, and not in doubt after a lost one as threads are: a damaged
     * byte loses at most two lines (it may be the newline between them), and so loses no such change.
     */
    public static final int TIMES_TOLD = 3;
    /** Longest line, newline included; a longer one is neither written nor read. */
    public static final int MAX_LINE_BYTES = 16 << 20;
    /** Most thread rows of a snapshot: as many as fit into the longest line. */
    public static final int MAX_THREAD_ROWS = 1 << 18;
    /** Most cores of a machine. */
    public static final int MAX_CORES = 1 << 16;
    /** Most workers of a snapshot. */
    public static final int MAX_WORKERS = 1 << 14;

    /** Most markers of a line; of more only the newest are told. */
    public static final int MAX_MARKERS = 1024;

    private static final byte[] GZIP_HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private SessionFormat() {}

    /** The ten bytes that begin every member of a compressed session; see docs/session-format.md. */
    public static byte[] gzipHead() {
        return GZIP_HEAD.clone();
    }
}
