package coreloom.recording;

import java.io.Closeable;
import java.io.IOException;

/** Where finished lines go, one by one; used by the writer thread alone, which it may block. */
interface LineSink extends Closeable {
    /** Hands the whole line to the system before it returns. */
    void write(JsonLine line) throws IOException;
}
