package coreloom.history.scaling;

/**
 * One measurement of a scaling curve.
 *
 * @param workers    at least 1
 * @param throughput work units per second
 */
public record Point(int workers, double throughput) {
    public Point {
        if (workers < 1) {
            throw new IllegalArgumentException("a point has at least one worker, not " + workers);
        }
    }
}
