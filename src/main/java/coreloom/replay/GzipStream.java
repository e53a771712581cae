package coreloom.replay;

import coreloom.recording.SessionFormat;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The lines of a compressed session. Goes on where {@link java.util.zip.GZIPInputStream} gives up: a file that was cut gives all that was
 * flushed before the cut, and behind damage it goes on with the next member, as the drawing in docs/session-format.md has them. What is lost to
 * damage stands as one line that is no line of a session, so that who reads on counts it.
 */
final class GzipStream extends InputStream {
    private static final byte[] LOST = {0, '\n'};
    private static final int TAIL_BYTES = 8;
    private static final int DEFLATED = 8;
    private static final int HAS_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;

    private final MemberBytes in;
    private final Inflater inflater = new Inflater(true);
    private boolean inBody;
    private int toTell;
    private boolean ended;

    GzipStream(InputStream in) {
        this.in = new MemberBytes(in, SessionFormat.gzipHead());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = 0;
        while (count == 0 && length > 0 && !ended) {
            if (toTell > 0) {
                into[offset] = LOST[LOST.length - toTell--];
                return 1;
            }
            count = inBody ? body(into, offset, length) : head();
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    private int body(byte[] into, int offset, int length) throws IOException {
        try {
            int count = inflater.inflate(into, offset, length);
            if (inflater.finished()) {
                in.pass(-inflater.getRemaining());
                inBody = false;
                ended = !in.skip(TAIL_BYTES);
            } else if (count == 0) {
                feed();
            }
            return count;
        } catch (DataFormatException e) {
            lose();
            return 0;
        }
    }

    /** Where the file ends in the middle of a member it was cut; where another member begins, this one was damaged. */
    private void feed() throws IOException {
        int available = in.available();
        if (available > 0 && !inflater.needsDictionary()) {
            inflater.setInput(in.buffer(), in.position(), available);
            in.pass(available);
        } else if (available < 0) {
            ended = true;
        } else {
            lose();
        }
    }

    private int head() throws IOException {
        if (in.ended()) {
            ended = true;
            return 0;
        }
        try {
            if (in.next() != 0x1f || in.next() != 0x8b || in.next() != DEFLATED) {
                lose();
            } else {
                passHead(in.next());
                inflater.reset();
                inBody = true;
            }
        } catch (EOFException cut) {
            ended = true;
        }
        return 0;
    }

    private void passHead(int flags) throws IOException {
        for (int i = 0; i < 6; i++) {
            in.next();
        }
        if ((flags & HAS_EXTRA) != 0) {
            for (int left = in.next() | in.next() << 8; left > 0; left--) {
                in.next();
            }
        }
        for (int text = flags & (HAS_NAME | HAS_COMMENT); text != 0; text &= text - 1) {
            while (in.next() != 0) {
                // A text of the head ends with a zero.
            }
        }
        if ((flags & HAS_CHECKSUM) != 0) {
            in.next();
            in.next();
        }
    }

    private void lose() throws IOException {
        inBody = false;
        toTell = LOST.length;
        in.skipToHead();
    }

    @Override
    public void close() throws IOException {
        ended = true;
        inflater.end();
        in.close();
    }
}
