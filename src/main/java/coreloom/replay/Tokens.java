package coreloom.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;

/** The tokens of one line of JSON, taken one after the other; anything else than what is asked for is damage. */
final class Tokens implements Closeable {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();

    private final JsonParser parser;

    Tokens(byte[] line, int length) throws IOException {
        parser = FACTORY.createParser(line, 0, length);
    }

    /** The beginning of an object. */
    void object() throws IOException {
        expect(JsonToken.START_OBJECT);
    }

    /** The beginning of an array. */
    void array() throws IOException {
        expect(JsonToken.START_ARRAY);
    }

    /** The next key of an object, or null at its end. */
    String key() throws IOException {
        return next(JsonToken.FIELD_NAME, JsonToken.END_OBJECT) ? parser.currentName() : null;
    }

    /** Whether an array has a further object, which then has begun. */
    boolean nextObject() throws IOException {
        return next(JsonToken.START_OBJECT, JsonToken.END_ARRAY);
    }

    /** Whether an array has a further array, which then has begun. */
    boolean nextArray() throws IOException {
        return next(JsonToken.START_ARRAY, JsonToken.END_ARRAY);
    }

    /** Whether an array has a further whole number, which {@link #current} then is. */
    boolean nextNumber() throws IOException {
        return next(JsonToken.VALUE_NUMBER_INT, JsonToken.END_ARRAY);
    }

    /** The end of an array. */
    void endOfArray() throws IOException {
        expect(JsonToken.END_ARRAY);
    }

    /** The end of the line. */
    void end() throws IOException {
        expect(null);
    }

    /** The whole number met last. */
    long current() throws IOException {
        return parser.getLongValue();
    }

    /** A whole number of 64 bits. */
    long number() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT);
        return parser.getLongValue();
    }

    /** A whole number within bounds. */
    int number(int min, int max) throws IOException {
        return within(number(), min, max);
    }

    String text() throws IOException {
        expect(JsonToken.VALUE_STRING);
        return parser.getText();
    }

    boolean flag() throws IOException {
        return next(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE);
    }

    /** Passes over a value of any kind: a newer release may have added it. */
    void skip() throws IOException {
        parser.nextToken();
        parser.skipChildren();
    }

    static int within(long number, int min, int max) throws DamagedLineException {
        if (number < min || number > max) {
            throw new DamagedLineException(number + " is not within " + min + " … " + max);
        }
        return (int) number;
    }

    private boolean next(JsonToken yes, JsonToken no) throws IOException {
        JsonToken token = parser.nextToken();
        if (token != yes && token != no) {
            throw new DamagedLineException("expected " + yes + " or " + no + ", not " + token);
        }
        return token == yes;
    }

    private void expect(JsonToken wanted) throws IOException {
        next(wanted, wanted);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
