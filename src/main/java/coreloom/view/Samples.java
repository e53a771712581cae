package coreloom.view;

import coreloom.history.History;
import coreloom.history.InStep;
import coreloom.history.Interval;

/**
 * What stands behind the columns of a picture, sample by sample: the intervals of the session that the samples are of, or what another did
 * meanwhile. To be asked under the lock of the history.
 */
interface Samples {
    /** The interval that is looked at in that sample; where nothing is known of that time, the last one before. */
    Interval at(long sample);

    /** Number of the first interval during that sample, among the intervals of its own session. */
    long first(long sample);

    /** Number of the last one; lower than {@link #first} where nothing is known of that time. */
    long last(long sample);

    /** The interval of that number. */
    Interval get(long number);

    /** Whether anything is known of the time of that sample. */
    default boolean known(long sample) {
        return first(sample) <= last(sample);
    }

    /** Those of a session: each sample is an interval. */
    static Samples of(History history) {
        return new Samples() {
            @Override
            public Interval at(long sample) {
                return history.get(sample);
            }

            @Override
            public long first(long sample) {
                return sample;
            }

            @Override
            public long last(long sample) {
                return sample;
            }

            @Override
            public Interval get(long number) {
                return history.get(number);
            }
        };
    }

    /** What the other did during the samples of that history; to be asked for {@link #at} from its beginning on. */
    static Samples beside(History history, InStep other) {
        return new Samples() {
            @Override
            public Interval at(long sample) {
                return other.beside(history.get(sample)).orElseThrow();
            }

            @Override
            public long first(long sample) {
                return other.first(history.get(sample));
            }

            @Override
            public long last(long sample) {
                return other.last(history.get(sample));
            }

            @Override
            public Interval get(long number) {
                return other.history().get(number);
            }
        };
    }
}
