package coreloom.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The lines of several files, one file behind the other. A line whose end is missing ends with its file. */
final class PieceStream extends InputStream {
    private final Deque<Path> rest;
    private InputStream current = InputStream.nullInputStream();
    private byte last = '\n';

    PieceStream(List<Path> files) {
        rest = new ArrayDeque<>(files);
    }

    /** The rest of one file, and those behind it. */
    PieceStream(InputStream begun, List<Path> behind) {
        this(behind);
        current = begun;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = current.read(into, offset, length);
        while (count < 0 && !rest.isEmpty()) {
            if (last != '\n') {
                last = '\n';
                into[offset] = '\n';
                return 1;
            }
            openNext();
            count = current.read(into, offset, length);
        }
        last = count > 0 ? into[offset + count - 1] : last;
        return count;
    }

    boolean compressed() {
        return SessionStream.compressed(current);
    }

    private void openNext() throws IOException {
        current.close();
        try {
            current = SessionStream.open(rest.remove());
        } catch (SessionFormatException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        rest.clear();
        current.close();
    }
}
