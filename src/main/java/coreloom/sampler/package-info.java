/** Reads the machine into snapshots; the only room that knows OSHI, or what {@code /proc} tells of cores and threads. */
package coreloom.sampler;
