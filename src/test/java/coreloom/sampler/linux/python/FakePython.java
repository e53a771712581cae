package coreloom.sampler.linux.python;

import coreloom.sampler.linux.FakeProc;
import coreloom.sampler.linux.elf.ElfBuilder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process 40 in a tree like {@code /proc} that runs CPython from a shared library: its mappings, the library, and its memory.
 *
 * <pre>
 *   0x10000000  0x10003000  0x10003100                          0x10005000
 *   text        variables   _PyRuntime, with the lock at +512   thread state
 * </pre>
 */
final class FakePython {
    static final int PID = 40;
    static final int LOCK = 512;
    static final AddressRange RUNTIME = new AddressRange(0x10003100, 0x10003100 + 4096);
    static final AddressRange VARIABLES = new AddressRange(0x10003000, 0x10006000);
    static final long THREAD_STATE = 0x10005000;
    private static final String LIBRARY = "/usr/lib/libpython3.12.so.1.0";

    private final FakeProc proc;

    FakePython(Path root) {
        proc = new FakeProc(root);
        starts(100, 8192).maps("").status("40").library(library()).lock(FakeGil.plain());
    }

    FakeProc proc() {
        return proc;
    }

    /** Its start, and where its stack is; another one after an exec. */
    FakePython starts(long ticks, long stack) {
        proc.write(PID + "/task/" + PID + "/stat", PID + " (python3) S 1 1 1 0 -1 4194304 99 0 0 0 5 0 0 0 20 0 3 0 " + ticks
                + " 3133440 358 18446744073709551615 4096 2 "
                + stack + " 0 0 0 0 0 0 0 0 0 17 1 0 0 0 0 0 1 2 3 4 5 6 7 0\n");
        return this;
    }

    /** Its mappings; {@code suffix} is put behind the library's name. */
    FakePython maps(String suffix) {
        return mapsOf(LIBRARY + suffix, "");
    }

    FakePython mapsOf(String path, String more) {
        proc.write(PID + "/maps", """
                10000000-10002000 r-xp 00000000 fd:01 7 %s
                10003000-10004000 rw-p 00002000 fd:01 7 %s
                10004000-10006000 rw-p 00000000 00:00 0
                %s""".formatted(path, path, more));
        return this;
    }

    FakePython status(String namespaces) {
        proc.write(PID + "/status", "NSpid:\t" + namespaces + "\n");
        return this;
    }

    FakePython thread(int tid) {
        proc.write(PID + "/task/" + tid + "/status", "NSpid:\t" + tid + "\n");
        return this;
    }

    /** A library of 3.12.1. */
    static ElfBuilder library() {
        return bare().dynamic("_PyRuntime", 0x3100, RUNTIME.size());
    }

    /** A library that does not tell where its runtime is. */
    static ElfBuilder bare() {
        byte[] version = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0x030C01F0).array();
        return new ElfBuilder().variables(0x3000, 0x3000).text(0x10, version).dynamic("Py_Version", ElfBuilder.TEXT_ADDRESS + 0x10, 8);
    }

    FakePython library(ElfBuilder file) {
        return file(LIBRARY, file.build());
    }

    FakePython file(String path, byte[] content) {
        try {
            Path file = proc.root().resolve(PID + "/root" + path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FakePython lock(FakeGil lock) {
        return lock(LOCK, lock);
    }

    /** Puts a lock that far into the runtime. */
    FakePython lock(int offset, FakeGil lock) {
        return write(RUNTIME.from() + offset, lock.buffer().array());
    }

    FakePython word(long address, long value) {
        return write(address, ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
    }

    private FakePython write(long address, byte[] bytes) {
        try (RandomAccessFile memory = new RandomAccessFile(proc.root().resolve(PID + "/mem").toFile(), "rw")) {
            memory.setLength(Math.max(memory.length(), VARIABLES.to()));
            memory.seek(address);
            memory.write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
