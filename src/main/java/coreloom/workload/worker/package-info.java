/** The inside of a worker process: threads that repeat a kernel under a discipline and count on the telemetry page. */
package coreloom.workload.worker;
