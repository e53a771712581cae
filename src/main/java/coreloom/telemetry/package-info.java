/** The memory-mapped page on which workers count work units, waits and handoffs, and its reader. */
package coreloom.telemetry;
