package coreloom.sampler.source;

/** Looks at one source. Reads, and changes nothing. */
interface Probe {
    SourceReport look(Place place);
}
