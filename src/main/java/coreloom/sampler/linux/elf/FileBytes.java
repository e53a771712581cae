package coreloom.sampler.linux.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file. */
public record FileBytes(FileChannel channel) implements Bytes, AutoCloseable {
    public static FileBytes open(Path path) throws IOException {
        return new FileBytes(FileChannel.open(path, StandardOpenOption.READ));
    }

    @Override
    public boolean read(long at, ByteBuffer into) throws IOException {
        long next = at;
        while (into.hasRemaining()) {
            int count = next < 0 ? -1 : channel.read(into, next);
            if (count <= 0) {
                return false;
            }
            next += count;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
