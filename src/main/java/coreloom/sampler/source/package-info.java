/** What the monitor reads on this machine, and whether the machine and our rights offer it: one class for each source. */
package coreloom.sampler.source;
