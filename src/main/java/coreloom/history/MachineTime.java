package coreloom.history;

/**
 * What the cores of the machine did while a lane was measured, in effective cores (core time ÷ wall time): all of them, or those that the lane
 * was confined to.
 *
 * @param busyCores   executing: the lane, and whatever else ran
 * @param idleCores   idle, with or without a disk request pending
 * @param stolenCores given to somebody else by the hypervisor
 */
public record MachineTime(double busyCores, double idleCores, double stolenCores) {}
