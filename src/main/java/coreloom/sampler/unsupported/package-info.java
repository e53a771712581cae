/** What the sampler reads where the platform gives nothing: complete, honest and empty. */
package coreloom.sampler.unsupported;
