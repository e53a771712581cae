package coreloom.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A stream of what a test types. */
public final class Keyboard extends InputStream {
    private static final int END = -1;

    private final BlockingQueue<Integer> typed = new LinkedBlockingQueue<>();

    public void type(String text) {
        for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
            typed.add(value & 0xff);
        }
    }

    public void hangUp() {
        typed.add(END);
    }

    @Override
    public int available() {
        return typed.size();
    }

    @Override
    public int read() throws IOException {
        try {
            return typed.take();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int value = read();
        if (value == END) {
            return END;
        }
        bytes[offset] = (byte) value;
        return 1;
    }
}
