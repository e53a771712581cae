package coreloom.sampler.oshi;

import java.util.OptionalLong;

/**
 * One thread as OSHI tells of it.
 *
 * @param tid         thread id
 * @param name        name, which may hold anything
 * @param startMillis when it started, ms since 1970; OSHI's guess for a young thread varies
 * @param cpuMillis   on-CPU time, ms; empty when OSHI could not tell
 * @param state       state as the kernel letters it, {@code ?} when not told
 */
record ThreadDetail(int tid, String name, long startMillis, OptionalLong cpuMillis, char state) {
    static final char UNTOLD = '?';
}
