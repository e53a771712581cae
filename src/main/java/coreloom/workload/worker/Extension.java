package coreloom.workload.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * An extension like hashlib: SHA-256 over a value and as many bytes as asked for, in one call that looks at nothing meanwhile. From a number of
 * bytes on it runs without the interpreter lock. Used by one worker.
 */
final class Extension {
    /** Only read, so that all workers may use it. */
    private static final byte[] PIECE = new byte[64 * 1024];

    private final long releaseBytes;
    private final byte[] prefix = new byte[Long.BYTES];
    private final MessageDigest sha = sha();
    private final BlockingCall work = this::work;
    private long value;
    private long bytes;

    Extension(long releaseBytes) {
        this.releaseBytes = releaseBytes;
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java runtime has SHA-256", impossible);
        }
    }

    /** The first eight bytes of the digest, as a number of at least 0. */
    long digest(long of, long howManyBytes, Context context) throws IOException {
        value = of;
        bytes = howManyBytes;
        if (bytes >= releaseBytes) {
            context.detached(work);
        } else {
            work();
        }
        return value;
    }

    private void work() {
        ByteBuffer.wrap(prefix).putLong(value);
        sha.update(prefix);
        for (long left = bytes; left > 0; left -= PIECE.length) {
            sha.update(PIECE, 0, (int) Math.min(left, PIECE.length));
        }
        value = ByteBuffer.wrap(sha.digest()).getLong() & Long.MAX_VALUE;
    }
}
