/** Readings from the files of Linux: {@code /proc} and {@code /sys}. */
package coreloom.sampler.linux;
