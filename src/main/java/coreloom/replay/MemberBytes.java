package coreloom.replay;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a compressed session, with every head of a member found before it is reached: damaged data can then not swallow the members behind
 * it. A head is ten bytes that data contains by chance once in 10²⁴ bytes.
 */
final class MemberBytes implements Closeable {
    private final InputStream in;
    private final byte[] head;
    private final byte[] raw = new byte[1 << 16];
    private int at;
    private int end;
    /** Bytes before it are no head, and no beginning of one. */
    private int sure;
    private boolean exhausted;

    MemberBytes(InputStream in, byte[] head) {
        this.in = in;
        this.head = head;
    }

    /**
     * Bytes of {@link #buffer} from {@link #position} on that belong to the member begun last.
     *
     * @return 0 where a head comes next, negative at the end
     */
    int available() throws IOException {
        look();
        while (sure == at) {
            if (end - at >= head.length && matching(at) == head.length) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            look();
        }
        return sure - at;
    }

    byte[] buffer() {
        return raw;
    }

    int position() {
        return at;
    }

    /** Passes over bytes that are {@link #available}; back over them when negative. */
    void pass(int bytes) {
        at += bytes;
    }

    /** Passes over bytes of any kind; false when there were not so many. */
    boolean skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            if (ended()) {
                return false;
            }
            at++;
        }
        return true;
    }

    boolean ended() throws IOException {
        return at == end && !fill();
    }

    /** The next byte, 0 to 255, of any kind. */
    int next() throws IOException {
        if (ended()) {
            throw new EOFException();
        }
        return raw[at++] & 0xff;
    }

    /** Passes over everything before the next head. */
    void skipToHead() throws IOException {
        for (int available = available(); available > 0; available = available()) {
            at += available;
        }
    }

    /** Reads on; bytes that were passed make room. Returns false when there is nothing left. */
    private boolean fill() throws IOException {
        if (exhausted) {
            return false;
        }
        System.arraycopy(raw, at, raw, 0, end - at);
        sure = Math.max(0, sure - at);
        end -= at;
        at = 0;
        int count = in.read(raw, end, raw.length - end);
        exhausted = count < 0;
        end += Math.max(0, count);
        return end > 0;
    }

    /** Finds the next head, or what may be the beginning of one. */
    private void look() {
        sure = Math.max(sure, at);
        while (sure < end) {
            int matching = matching(sure);
            if (matching == head.length || matching == end - sure && !exhausted) {
                return;
            }
            sure++;
        }
    }

    private int matching(int from) {
        int matching = 0;
        while (matching < head.length && from + matching < end && raw[from + matching] == head[matching]) {
            matching++;
        }
        return matching;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
