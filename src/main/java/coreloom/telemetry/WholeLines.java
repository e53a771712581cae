package coreloom.telemetry;

/**
 * Cuts a stream of bytes into lines, however it arrives: the beginning of a line is kept until its end has come. Of a line that is longer than
 * allowed nothing is kept. Allocates nothing.
 */
final class WholeLines {
    /** Longest line, its newline apart, bytes. */
    static final int LONGEST = 256;

    /** Where lines go. */
    interface Sink {
        /** A whole line, in those bytes and without its newline; only valid during the call. */
        void line(byte[] bytes, int from, int to);

        /** A line that was too long. */
        void tooLong();
    }

    private final Sink sink;
    private final byte[] kept = new byte[LONGEST];
    private int length;
    private boolean overlong;

    WholeLines(Sink sink) {
        this.sink = sink;
    }

    /** Takes the next bytes of the stream. */
    void take(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                finish();
            } else if (length == LONGEST) {
                overlong = true;
            } else {
                kept[length++] = bytes[i];
            }
        }
    }

    private void finish() {
        if (overlong) {
            sink.tooLong();
        } else if (length > 0) {
            sink.line(kept, 0, length);
        }
        forget();
    }

    /** Forgets the beginning of a line that has not ended: the stream begins anew. */
    void forget() {
        length = 0;
        overlong = false;
    }
}
