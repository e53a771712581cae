package coreloom.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.recording.SessionBytes;
import coreloom.snapshot.Host;
import coreloom.snapshot.ScriptedSource;
import coreloom.snapshot.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotASessionTest {
    private static final Host HOST = new Host("host", "Linux", "Java 17", 2, List.of());

    @TempDir
    private Path folder;

    @Test
    void anEmptyFile() throws IOException {
        assertEquals("FILE is empty: name a file that was recorded with --record or the key r.", refusal(""));
    }

    @Test
    void anotherFormat() throws IOException {
        String sentence = "FILE:1 is not the first line of a Coreloom session: name a file that was recorded with --record or the key r.";
        for (String content : List.of("\n", "x", "hello\nworld\n", "{}\n{}\n", "{\"format\":\"other\",\"version\":1}\n", "[1,2]\n",
                "{\"format\":\"coreloom-session\"", "{\"format\":\"coreloom-session\",\"version\":1}\n",
                "{\"format\":\"coreloom-session\",\"version\":0,\"host\":{\"usable_cores\":1}}\n", "\u0000".repeat(100_000))) {
            assertEquals(sentence, refusal(content), content);
        }
    }

    @Test
    void aNewerVersion() throws IOException {
        assertEquals("FILE:1 is a session of version 7, and this release reads up to version 1: "
                + "replay it with a newer release of Coreloom.", refusal("{\"format\":\"coreloom-session\",\"version\":7,\"hosts\":[]}\n"));
    }

    @Test
    void aFolder() {
        assertEquals(folder + " is a folder: name a session file in it.", refusal(folder));
    }

    @Test
    void aFileThatIsNotThere() {
        Path file = folder.resolve("none.jsonl");
        assertEquals(file + " does not exist: name a file that was recorded with --record or the key r.", refusal(file));
    }

    @Test
    void aFileThatMayNotBeRead() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.jsonl"), "x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(file), "this user may read everything (root), so permission cannot be denied");
        assertTrue(refusal(file).contains("permission is denied"), refusal(file));
    }

    @Test
    void aFileThatCannotBeReadToItsEndSaysSo() throws SessionFormatException {
        byte[] session = SessionBytes.of(HOST, ScriptedSource.cores(1).lasting(2).all());
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }
        };
        try (ReplaySource source = ReplaySource.of("FILE", new SequenceInputStream(new ByteArrayInputStream(session), broken))) {
            Snapshot snapshot = new Snapshot();
            assertTrue(source.read(snapshot));
            assertTrue(source.read(snapshot));
            assertFalse(source.read(snapshot));
            assertEquals("FILE:4 cannot be read (Input/output error): copy the file to another disk and replay the copy.",
                    source.trouble().orElseThrow());
        }
    }

    @Test
    void aHeaderAloneIsASessionWithoutSnapshots() throws SessionFormatException {
        Replayed replayed = Replayed.of(SessionBytes.of(HOST, List.of()));
        assertEquals(HOST, replayed.host());
        assertEquals(List.of(), replayed.snapshots());
    }

    private String refusal(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("file.jsonl"), content);
        return refusal(file).replace(file.toString(), "FILE");
    }

    private static String refusal(Path file) {
        return assertThrows(SessionFormatException.class, () -> ReplaySource.open(file).close()).getMessage();
    }
}
