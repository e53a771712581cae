package coreloom.recording;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Compresses lines so that each can be read as soon as it is written, and so that reading can begin at every full line:
 *
 * <pre>
 *   ┌ member ─────────┐┌ member ──────────────────────────────────────────────┐┌ member ─ …
 *   head header │ tail  head full │ changes │ changes │ …      changes │ tail   head full │
 *               └ flushed         └ flushed └ flushed                  └ flushed
 * </pre>
 *
 * Members one behind the other are one file to gzip (RFC 1952). A tail is written with the line that begins the next member.
 */
final class GzipMembers implements Closeable {
    private static final byte[] HEAD = SessionFormat.gzipHead();
    private static final int TAIL_BYTES = 8;

    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final CRC32 checksum = new CRC32();
    private byte[] out = new byte[4096];
    private int length;
    private boolean begun;

    /** The compressed line, with what has to stand before it, until the next call. */
    ByteBuffer add(JsonLine line) {
        length = 0;
        if (!begun || line.kind() != JsonLine.Kind.CHANGES) {
            finish();
            put(HEAD);
            begun = true;
        }
        ByteBuffer bytes = line.buffer();
        checksum.update(bytes.array(), 0, bytes.limit());
        deflater.setInput(bytes.array(), 0, bytes.limit());
        deflate(Deflater.SYNC_FLUSH);
        return ByteBuffer.wrap(out, 0, length);
    }

    /** What ends the last member; empty when there is none. */
    ByteBuffer end() {
        length = 0;
        finish();
        begun = false;
        return ByteBuffer.wrap(out, 0, length);
    }

    private void finish() {
        if (begun) {
            deflater.finish();
            deflate(Deflater.NO_FLUSH);
            put(ByteBuffer.allocate(TAIL_BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt((int) checksum.getValue())
                    .putInt((int) deflater.getBytesRead()).array());
            deflater.reset();
            checksum.reset();
        }
    }

    /** A deflater has given all when it leaves room. */
    private void deflate(int flush) {
        boolean more = true;
        while (more) {
            if (out.length - length < 512) {
                out = Arrays.copyOf(out, out.length * 2);
            }
            length += deflater.deflate(out, length, out.length - length, flush);
            more = length == out.length;
        }
    }

    private void put(byte[] bytes) {
        out = length + bytes.length > out.length ? Arrays.copyOf(out, out.length * 2) : out;
        System.arraycopy(bytes, 0, out, length, bytes.length);
        length += bytes.length;
    }

    @Override
    public void close() {
        deflater.end();
    }
}
