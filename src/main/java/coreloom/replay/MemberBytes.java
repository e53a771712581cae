package coreloom.replay;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a compressed session, with every head of a member found before it is reached: damaged data can then not swallow the members behind
 * it. A head is ten bytes that data contains by chance once in 10²⁴ bytes. At the end there may be more later, when the file has grown.
 */
final class MemberBytes implements Closeable {
    /** The empty block that ends a member's data, and its tail. */
    static final int LAST = 10;

    private final InputStream in;
    private final byte[] head;
    private final byte[] raw = new byte[1 << 16];
    private int at;
    private int end;
    /** Bytes before it are no head, and no beginning of one. */
    private int sure;
    private final byte[] last = new byte[LAST];

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

    /** Whether there are so many more bytes of any kind; few are asked for. */
    boolean holds(int bytes) throws IOException {
        while (end - at < bytes) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    /** Whether all bytes that there are so far have been passed. */
    boolean ended() throws IOException {
        return !holds(1);
    }

    /** The last bytes that there are so far, the newest last. */
    byte[] last() {
        return last;
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

    /** Reads on; bytes that were passed make room. Returns false when there is nothing more yet. */
    private boolean fill() throws IOException {
        System.arraycopy(raw, at, raw, 0, end - at);
        sure = Math.max(0, sure - at);
        end -= at;
        at = 0;
        int count = in.read(raw, end, raw.length - end);
        if (count <= 0) {
            return false;
        }
        int kept = Math.max(0, LAST - count);
        System.arraycopy(last, LAST - kept, last, 0, kept);
        System.arraycopy(raw, end + count - (LAST - kept), last, kept, LAST - kept);
        end += count;
        return true;
    }

    /** Finds the next head, or what may be the beginning of one. */
    private void look() {
        sure = Math.max(sure, at);
        while (sure < end) {
            int matching = matching(sure);
            if (matching == head.length || matching == end - sure) {
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
