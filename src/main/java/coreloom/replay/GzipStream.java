package coreloom.replay;

import coreloom.recording.SessionFormat;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The lines of a compressed session. Goes on where {@link java.util.zip.GZIPInputStream} gives up: a file that was cut gives all that was
 * flushed before the cut, behind damage it goes on with the next member, as the drawing in docs/session-format.md has them, and at the end it goes on when
 * the file has grown. What is lost to damage stands as one line that is no line of a session, so that who reads on counts it; where a member's tail tells of
 * damage that nothing else told of, stands {@link #DOUBT}.
 *
 * <pre>
 *   HEAD ──▶ BODY ── end of its data ──▶ TAIL ──▶ HEAD …
 *    ▲         │ nonsense, or another head
 *    ╰─ next head ◀──╯ one line is told lost
 * </pre>
 */
final class GzipStream extends InputStream {
    /** The whole of a line that says: something in the member that ends here was damaged. */
    static final byte DOUBT = 1;

    private enum Part { HEAD, BODY, TAIL }

    private static final int TAIL_BYTES = 8;
    private static final int DEFLATED = 8;
    private static final int HAS_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    /** Few members of a session inflate to more. */
    private static final int MOST_INFLATED = 1 << 24;
    /** What a flushed line ends with, and what a member's data ends with. */
    private static final byte[] FLUSHED = {0, 0, -1, -1};
    private static final byte[] CLOSED = {3, 0};

    private final MemberBytes in;
    private final byte[] head = SessionFormat.gzipHead();
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private Part part = Part.HEAD;
    private byte[] told = new byte[0];
    private int toTell;
    private boolean endJudged;
    private byte lastInflated = '\n';
    private boolean closed;

    GzipStream(InputStream in) {
        this.in = new MemberBytes(in, head);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = 0;
        while (count == 0 && length > 0 && !closed) {
            if (toTell > 0) {
                into[offset] = told[told.length - toTell--];
                return 1;
            }
            count = switch (part) {
                case HEAD -> head();
                case BODY -> body(into, offset, length);
                case TAIL -> tail();
            };
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    /** Bytes that came out, 0 when it is to go on, negative at the end of the file as it is. */
    private int body(byte[] into, int offset, int length) throws IOException {
        try {
            int count = inflater.inflate(into, offset, length);
            if (count > 0) {
                checksum.update(into, offset, count);
                lastInflated = into[offset + count - 1];
            }
            if (inflater.finished()) {
                in.pass(-inflater.getRemaining());
                part = Part.TAIL;
                return count;
            }
            return count == 0 ? feed() : count;
        } catch (DataFormatException e) {
            lose();
            return 0;
        }
    }

    /** Where the file ends in the middle of a member it was cut; where another member begins, this one was damaged. */
    private int feed() throws IOException {
        int available = in.available();
        if (available > 0 && !inflater.needsDictionary()) {
            inflater.setInput(in.buffer(), in.position(), available);
            in.pass(available);
            endJudged = false;
            return 0;
        }
        if (available < 0) {
            return end(endsWith(CLOSED) && plausibleTail() || endsWith(FLUSHED, 0) && lastInflated != '\n');
        }
        lose();
        return 0;
    }

    /** One tail tells once: of a member in which a line was found damaged that is nothing new. */
    private int tail() throws IOException {
        if (!in.holds(TAIL_BYTES)) {
            return end(endsWith(CLOSED) && plausibleTail());
        }
        int sum = word();
        int length = word();
        part = Part.HEAD;
        if (sum != (int) checksum.getValue() || length != (int) inflater.getBytesWritten()) {
            tell(DOUBT);
        }
        return 0;
    }

    private int word() throws IOException {
        return in.next() | in.next() << 8 | in.next() << 16 | in.next() << 24;
    }

    private int head() throws IOException {
        if (!in.holds(head.length)) {
            return end(!in.ended() && endsWith(CLOSED) && plausibleTail());
        }
        try {
            if (in.next() != 0x1f || in.next() != 0x8b || in.next() != DEFLATED) {
                lose();
            } else {
                passHead(in.next());
                inflater.reset();
                checksum.reset();
                part = Part.BODY;
            }
        } catch (EOFException cut) {
            return end(endsWith(CLOSED) && plausibleTail());
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

    /**
     * The file ends here. It was cut, or is being written; unless it ends as only a file does that was closed, or flushed, in which case damage has
     * swallowed what is between.
     */
    private int end(boolean swallowed) {
        if (swallowed && !endJudged) {
            endJudged = true;
            tell((byte) 0);
            return 0;
        }
        return -1;
    }

    /** Whether what a closed member has before its tail stands where it would. */
    private boolean endsWith(byte[] bytes) {
        return endsWith(bytes, TAIL_BYTES);
    }

    private boolean endsWith(byte[] bytes, int before) {
        byte[] last = in.last();
        int from = last.length - before - bytes.length;
        for (int i = 0; i < bytes.length; i++) {
            if (last[from + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the last four bytes can be the length of a member: those of a file that was cut anywhere seldom can. */
    private boolean plausibleTail() {
        int length = ByteBuffer.wrap(in.last()).order(ByteOrder.LITTLE_ENDIAN).getInt(in.last().length - Integer.BYTES);
        return length > 0 && length < MOST_INFLATED;
    }

    private void lose() throws IOException {
        part = Part.HEAD;
        tell((byte) 0);
        in.skipToHead();
    }

    private void tell(byte what) {
        told = new byte[] {what, '\n'};
        toTell = told.length;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        inflater.end();
        in.close();
    }
}
