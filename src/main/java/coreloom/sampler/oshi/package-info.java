/** Readings that OSHI makes: cores and topology on every platform, threads where there is no {@code /proc}. */
package coreloom.sampler.oshi;
