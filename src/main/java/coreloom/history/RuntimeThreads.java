package coreloom.history;

/**
 * The threads that a Java runtime has for its own services, told by their names as Linux cuts them (15 bytes): collector, compilers, timers, signals. Most of
 * the time they wait until they are needed, some of them for some ms at a time; what they wait for is never what the program waits for.
 */
final class RuntimeThreads {
    private static final String[] NAMES = {"VM Thread", "VM Periodic Tas", "Reference Handl", "Finalizer", "Signal Dispatch", "Service Thread",
            "Monitor Deflati", "Notification Th", "Common-Cleaner", "Attach Listener", "Sweeper thread", "C1 CompilerThre", "C2 CompilerThre"};
    /** With a number, or the name of a part, behind them. */
    private static final String[] BEGINNINGS = {"GC Thread#", "G1 ", "ZWorker", "ZDriver", "ZDirector", "ZStat", "ZUncommitter", "ZUnmapper",
            "XWorker", "Shenandoah", "JFR "};

    private RuntimeThreads() {}

    /** Whether the thread of that name is one. Allocates nothing. */
    static boolean has(String name) {
        for (String each : NAMES) {
            if (each.equals(name)) {
                return true;
            }
        }
        for (String each : BEGINNINGS) {
            if (name.startsWith(each)) {
                return true;
            }
        }
        return false;
    }
}
