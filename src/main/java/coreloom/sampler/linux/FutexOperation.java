package coreloom.sampler.linux;

/** The second argument of futex(2): a command and two flags. */
public final class FutexOperation {
    public static final int WAIT = 0;
    public static final int LOCK_PI = 6;
    public static final int WAIT_BITSET = 9;
    public static final int WAIT_REQUEUE_PI = 11;
    public static final int LOCK_PI2 = 13;
    private static final int PRIVATE = 0x80;
    private static final int REAL_TIME = 0x100;
    private static final int COMMAND = 0x7f;

    private FutexOperation() {}

    /** What it asks for, without the flags. */
    public static int command(int operation) {
        return operation & COMMAND;
    }

    /** Whether only threads of one process use the word. */
    public static boolean isPrivate(int operation) {
        return (operation & PRIVATE) != 0;
    }

    /** Whether a deadline is by the real-time clock, not the monotonic one. */
    public static boolean isRealTime(int operation) {
        return (operation & REAL_TIME) != 0;
    }

    /** Whether its caller waits. */
    public static boolean waits(int operation) {
        return switch (command(operation)) {
            case WAIT, LOCK_PI, WAIT_BITSET, WAIT_REQUEUE_PI, LOCK_PI2 -> true;
            default -> false;
        };
    }
}
