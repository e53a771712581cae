package coreloom.replay;

import java.io.IOException;
import java.util.Arrays;

/** The whole numbers of one object, told apart by key. Used again for each object of its kind. */
final class NumberFields {
    private final String[] keys;
    private final int required;
    private final long[] values;
    private final boolean[] met;

    /** The first {@code required} keys must be there. */
    NumberFields(int required, String... keys) {
        this.keys = keys;
        this.required = required;
        values = new long[keys.length];
        met = new boolean[keys.length];
    }

    void clear() {
        Arrays.fill(met, false);
    }

    /** Takes the value if the key is one of these, else leaves it. */
    boolean take(String key, Tokens tokens) throws IOException {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i].equals(key)) {
                values[i] = tokens.number();
                met[i] = true;
                return true;
            }
        }
        return false;
    }

    /** Takes all fields of an object that has begun, up to its end, and passes over others. */
    void takeAll(Tokens tokens) throws IOException {
        clear();
        for (String key = tokens.key(); key != null; key = tokens.key()) {
            if (!take(key, tokens)) {
                tokens.skip();
            }
        }
        complete();
    }

    /** Fails when a required key has not been met. */
    void complete() throws DamagedLineException {
        for (int i = 0; i < required; i++) {
            if (!met[i]) {
                throw new DamagedLineException(keys[i] + " is missing");
            }
        }
    }

    boolean met(int index) {
        return met[index];
    }

    /** Its value; meaningless unless {@link #met}. */
    long get(int index) {
        return values[index];
    }

    int within(int index, int min, int max) throws DamagedLineException {
        return Tokens.within(values[index], min, max);
    }
}
