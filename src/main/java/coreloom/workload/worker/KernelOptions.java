package coreloom.workload.worker;

/**
 * Which kernel, and how long its parts are.
 *
 * @param unitSteps     steps of a unit of the {@code cpu} kernel
 * @param latencyMicros time from request to reply of the {@code io} kernel, µs
 * @param criticalSteps steps of a unit of the {@code lock} kernel inside the critical section
 * @param outsideSteps  steps of a unit of the {@code lock} kernel before it
 */
record KernelOptions(Kernel.Kind kind, int unitSteps, long latencyMicros, int criticalSteps, int outsideSteps) {}
