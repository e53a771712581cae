package coreloom.terminal;

import coreloom.snapshot.Clock;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.LockSupport;

/** The thread that waits for keys. Ends when the terminal does. */
final class KeyReader implements Runnable {
    private static final int MOST_AT_ONCE_BYTES = 1024;

    /** While an ESC waits for what follows, look this often. */
    private static final long LOOK_NANOS = 5_000_000;

    private final InputStream input;
    private final KeyDecoder decoder;
    private final Clock clock;
    private final Runnable atEnd;

    KeyReader(InputStream input, KeyDecoder decoder, Clock clock, Runnable atEnd) {
        this.input = input;
        this.decoder = decoder;
        this.clock = clock;
        this.atEnd = atEnd;
    }

    @Override
    public void run() {
        byte[] bytes = new byte[MOST_AT_ONCE_BYTES];
        try {
            int count = input.read(bytes);
            while (count >= 0) {
                decoder.accept(bytes, count, clock.nanos());
                settleEscape();
                count = input.read(bytes);
            }
        } catch (IOException gone) {
            // The same as the end.
        }
        atEnd.run();
    }

    private void settleEscape() throws IOException {
        while (decoder.escapePending() && input.available() == 0) {
            decoder.expire(clock.nanos());
            if (decoder.escapePending()) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }
}
