package coreloom.view;

import coreloom.history.History;

/** When the intervals of a session ended, by their numbers; a merged one stands for several. */
public interface IntervalTimes {
    /** Number of the first part of the interval that stands for that number. */
    long first(long number);

    /** Number of its last part. */
    long last(long number);

    /** Monotonic time of its end, ns; grows with the number. */
    long endNanos(long number);

    /** Wall-clock time of its end, ms since 1970 UTC. */
    long endEpochMillis(long number);

    /** Whether the first one is the first of the session; else a replay was entered in its middle. */
    boolean fromStart();

    /** Those of the history, to be asked under its lock. */
    static IntervalTimes of(History history) {
        return new IntervalTimes() {
            @Override
            public long first(long number) {
                return history.get(number).first();
            }

            @Override
            public long last(long number) {
                return history.get(number).number();
            }

            @Override
            public long endNanos(long number) {
                return history.get(number).endNanos();
            }

            @Override
            public long endEpochMillis(long number) {
                return history.get(number).endEpochMillis();
            }

            @Override
            public boolean fromStart() {
                return history.fromStart();
            }
        };
    }
}
