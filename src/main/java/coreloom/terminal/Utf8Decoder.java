package coreloom.terminal;

/** Puts characters together from UTF-8. Broken ones, control characters beyond ASCII and characters beyond U+FFFF are swallowed. */
final class Utf8Decoder {
    /** Takes a character. */
    @FunctionalInterface
    interface Sink {
        void accept(char character);
    }

    private final Sink sink;
    private int missing;
    private int codePoint;
    private int smallest;

    Utf8Decoder(Sink sink) {
        this.sink = sink;
    }

    void reset() {
        missing = 0;
    }

    /**
     * Takes {@code value} when it goes on with a character; a character that does not go on is dropped and leaves {@code value} to
     * others.
     */
    boolean continues(int value) {
        if (missing == 0) {
            return false;
        }
        if ((value & 0xc0) != 0x80) {
            missing = 0;
            return false;
        }
        codePoint = codePoint << 6 | value & 0x3f;
        if (--missing == 0) {
            finish();
        }
        return true;
    }

    /** Takes the first byte of a character. */
    void begin(int value) {
        if (value < 0x80) {
            sink.accept((char) value);
        } else if (value >= 0xc2 && value < 0xe0) {
            expect(1, value & 0x1f, 0x80);
        } else if (value >= 0xe0 && value < 0xf0) {
            expect(2, value & 0x0f, 0x800);
        } else if (value >= 0xf0 && value < 0xf5) {
            expect(3, value & 0x07, 0x10000);
        }
    }

    private void expect(int bytes, int bits, int smallestAllowed) {
        missing = bytes;
        codePoint = bits;
        smallest = smallestAllowed;
    }

    private void finish() {
        boolean whole = codePoint >= smallest && codePoint <= 0xffff && !Character.isISOControl(codePoint);
        if (whole && !Character.isSurrogate((char) codePoint)) {
            sink.accept((char) codePoint);
        }
    }
}
