/** How a lane executes: one class for each variant, and the table of all. */
package coreloom.workload.variant;
