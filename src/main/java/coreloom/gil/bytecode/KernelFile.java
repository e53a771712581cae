package coreloom.gil.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a kernel from its file. */
public final class KernelFile {
    /** What the names of such files end with. */
    public static final String ENDING = ".pyasm";
    private static final int MAX_BYTES = 64 * 1024;

    private KernelFile() {}

    /**
     * The program in it, under the name of the file for sentences.
     *
     * @throws KernelFault when it cannot be read or something in it is wrong
     */
    public static Program read(Path path) throws KernelFault {
        byte[] bytes = bytes(path);
        if (bytes.length > MAX_BYTES) {
            throw new KernelFault(path.toString(), "is larger than " + MAX_BYTES / 1024 + " KB, which no kernel is.");
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Assembler.assemble(path.toString(), text);
        } catch (CharacterCodingException wrong) {
            throw new KernelFault(path.toString(), "is not UTF-8 text; save the file as UTF-8.");
        }
    }

    private static byte[] bytes(Path path) throws KernelFault {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException missing) {
            throw new KernelFault(path.toString(), Files.isDirectory(path.toAbsolutePath().getParent()) ? "there is no such file."
                    : "there is no such file, nor its folder.");
        } catch (AccessDeniedException closed) {
            throw new KernelFault(path.toString(), "cannot be read, permission denied.");
        } catch (IOException failed) {
            throw new KernelFault(path.toString(), "cannot be read, " + failed.getMessage() + ".");
        }
    }
}
