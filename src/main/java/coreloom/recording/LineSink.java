package coreloom.recording;

import java.io.Closeable;
import java.io.IOException;

/** Where finished lines go, one by one; used by the writer thread alone, which it may block. Only the figures are for all. */
interface LineSink extends Closeable {
    /** Hands the whole line to the system before it returns. A header that is not the first begins a new piece. */
    void write(JsonLine line) throws IOException;

    /** Returns when what was written will survive a power cut, where that can be had. */
    default void sync() throws IOException {
    }

    /** Number of the piece that was begun last, from 1. */
    default int piece() {
        return 1;
    }

    /** Size of that piece; read {@link #piece} before. */
    default long pieceBytes() {
        return 0;
    }
}
