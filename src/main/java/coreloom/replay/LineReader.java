package coreloom.replay;

import coreloom.recording.SessionFormat;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into lines. A line that is too long is passed over without being kept; one without its newline is not a line yet: where the
 * stream grows, the next call goes on with it.
 */
final class LineReader implements Closeable {
    private final InputStream in;
    private final byte[] chunk = new byte[1 << 16];
    private int at;
    private int end;
    private byte[] line = new byte[1 << 12];
    private int length;
    private boolean tooLong;
    private boolean begun;
    private long passed;
    private long begin;
    private long number;

    /** What {@link #next} found. */
    enum Found {
        LINE,
        TOO_LONG,
        /** Nothing more, or the beginning of a line whose end is missing. */
        END
    }

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line. */
    Found next() throws IOException {
        if (!begun) {
            length = 0;
            tooLong = false;
            begun = true;
            begin = passed + at;
        }
        while (at < end || fill()) {
            int newline = newline();
            int stop = newline < 0 ? end : newline;
            tooLong = tooLong || length + stop - at >= SessionFormat.MAX_LINE_BYTES;
            if (!tooLong) {
                keep(stop);
            }
            at = newline < 0 ? end : newline + 1;
            if (newline >= 0) {
                number++;
                begun = false;
                return tooLong ? Found.TOO_LONG : Found.LINE;
            }
        }
        return Found.END;
    }

    private boolean fill() throws IOException {
        passed += end;
        at = 0;
        end = 0;
        end = Math.max(0, in.read(chunk));
        return end > 0;
    }

    private int newline() {
        for (int i = at; i < end; i++) {
            if (chunk[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void keep(int stop) {
        int more = stop - at;
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + more));
        }
        System.arraycopy(chunk, at, line, length, more);
        length += more;
    }

    /** The line found last, without its newline, in a buffer that the next call uses again; {@link #length} says how much of it. */
    byte[] bytes() {
        return line;
    }

    /** Bytes of the line found last; after {@link Found#END} those of what was cut off. */
    int length() {
        return length;
    }

    /** Where it began, in bytes from the beginning of the stream. */
    long begin() {
        return begin;
    }

    /** Its number, from 1. */
    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
