package coreloom.workload.command;

/**
 * Where in a file something stands, for sentences. Any two places are equal: a profile in which a line was put above another is the same
 * profile, and goes on running.
 *
 * @param file as people are told it
 * @param line from 1
 */
public record Place(String file, int line) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Place;
    }

    @Override
    public int hashCode() {
        return Place.class.hashCode();
    }

    @Override
    public String toString() {
        return file + ", line " + line;
    }
}
