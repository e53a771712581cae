/** Reads the machine into snapshots; the only room that knows OSHI, JNA or {@code /proc}. */
package coreloom.sampler;
