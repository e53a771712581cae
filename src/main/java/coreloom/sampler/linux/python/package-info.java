/** Sees from outside what a running CPython does with its interpreter lock, without attaching to it. */
package coreloom.sampler.linux.python;
