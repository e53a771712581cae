/** Starts and stops lanes from profiles: threads, processes, interpreters. */
package coreloom.workload;
