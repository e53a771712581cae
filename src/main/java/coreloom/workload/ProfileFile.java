package coreloom.workload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A profile's file, or another one in TOML: where its sentences point to, and its text. */
public record ProfileFile(Path path) {
    static final String ENDING = ".toml";
    private static final int MAX_BYTES = 64 * 1024;

    /** The name of the profile in it. */
    String profileName() {
        String file = String.valueOf(path.getFileName());
        return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
    }

    /** A sentence about a line of it. */
    Refusal refusal(int line, String sentence) {
        return new Refusal(path + ", line " + line + ": " + sentence);
    }

    /** All of its text. */
    public String read() throws Refusal {
        byte[] bytes = readBytes();
        if (bytes.length > MAX_BYTES) {
            throw new Refusal(path + ": is larger than " + MAX_BYTES / 1024 + " KB, which no file of Coreloom's is.");
        }
        return decode(bytes);
    }

    private byte[] readBytes() throws Refusal {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new Refusal(path + ": there is no such file.");
        } catch (AccessDeniedException e) {
            throw new Refusal(path + ": cannot be read, permission denied.");
        } catch (IOException e) {
            throw new Refusal(path + ": cannot be read, " + e.getMessage() + ".");
        }
    }

    /** Decodes the text; a wrong byte is refused with its line. */
    String decode(byte[] bytes) throws Refusal {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(character -> character == '\n').count();
            throw refusal(line, "is not UTF-8 text; save the file as UTF-8.");
        }
        return text.toString();
    }
}
