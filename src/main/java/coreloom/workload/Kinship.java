package coreloom.workload;

import java.util.List;

/** Tells which processes a process has started. For one thread. */
interface Kinship {
    /** A look begins: what came since the last is told from now on. */
    void begin();

    /** The processes that it has started, the ones known from earlier looks perhaps left out; some may have ended. */
    List<Integer> childrenOf(int pid);

    /** About how much CPU time the look has taken so far, ns. */
    long costNanos();
}
