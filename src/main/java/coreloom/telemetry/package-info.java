/**
 * The memory-mapped page on which workers count work units, waits and handoffs, and its reader; and the lines by which other programs tell
 * theirs.
 */
package coreloom.telemetry;
