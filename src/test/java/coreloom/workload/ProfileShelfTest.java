package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileShelfTest {
    private static final String LANE = "[[lane]]\nvariant = \"gil\"\n";

    @TempDir
    private Path folder;
    private ProfileShelf shelf;
    private long edits;

    @BeforeEach
    void empty() {
        shelf = new ProfileShelf(folder, new ProfileReader(2));
    }

    /** Every edit has a time stamp of its own, whatever the file system's clock ticks like. */
    private Path write(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setLastModifiedTime(file, FileTime.fromMillis(++edits * 1000));
    }

    private List<String> names() {
        return shelf.profiles().stream().map(Profile::name).toList();
    }

    @Test
    void keepsHotkeyOrderThenName() throws IOException {
        write("b.toml", "hotkey = 2\n" + LANE);
        write("z.toml", "hotkey = 1\n" + LANE);
        write("c.toml", LANE);
        write("a.toml", LANE);
        write(".#a.toml", "an editor's own");
        write("notes.txt", "no profile");
        assertTrue(shelf.refresh());
        assertEquals(List.of("z", "b", "a", "c"), names());
        assertEquals(List.of(), shelf.troubles());
        assertEquals("b", shelf.withHotkey(2).orElseThrow().name());
        assertEquals(Optional.empty(), shelf.withHotkey(3));
        assertEquals("c", shelf.named("c").orElseThrow().name());
        assertEquals(Optional.empty(), shelf.named("d"));
    }

    @Test
    void noticesEditedAddedAndRemovedFiles() throws IOException {
        write("a.toml", "title = \"one\"\n" + LANE);
        shelf.refresh();
        assertFalse(shelf.refresh(), "nothing changed");
        write("a.toml", "title = \"two\"\n" + LANE);
        assertTrue(shelf.refresh(), "same size, other time stamp");
        assertEquals("two", shelf.profiles().get(0).title());
        write("b.toml", LANE);
        assertTrue(shelf.refresh());
        assertEquals(List.of("a", "b"), names());
        Files.delete(folder.resolve("a.toml"));
        assertTrue(shelf.refresh());
        assertEquals(List.of("b"), names());
        assertFalse(shelf.refresh());
    }

    @Test
    void anEditThatIsWrongKeepsTheLastGoodOneUntilItIsRight() throws IOException {
        Path file = write("a.toml", "title = \"good\"\n" + LANE);
        shelf.refresh();
        write("a.toml", "titel = \"bad\"\n" + LANE);
        assertTrue(shelf.refresh());
        assertEquals("good", shelf.profiles().get(0).title());
        assertEquals(List.of(file + ", line 1: a profile has no key \"titel\"; did you mean title?"), shelf.troubles());
        assertFalse(shelf.refresh(), "a wrong file is not read again and again");
        write("a.toml", "title = \"better\"\n" + LANE);
        shelf.refresh();
        assertEquals("better", shelf.profiles().get(0).title());
        assertEquals(List.of(), shelf.troubles());
    }

    @Test
    void aFileThatWasNeverGoodGivesOnlyItsSentence() throws IOException {
        Path file = write("a.toml", "");
        shelf.refresh();
        assertEquals(List.of(), shelf.profiles());
        assertEquals(List.of(file + ", line 1: there is no lane; begin one with [[lane]] and give it a variant."), shelf.troubles());
    }

    @Test
    void oneHotkeyTwiceIsSaidAndTheFirstKeepsIt() throws IOException {
        Path first = write("a.toml", "hotkey = 1\n" + LANE);
        Path second = write("b.toml", "hotkey = 1\n" + LANE);
        shelf.refresh();
        assertEquals(List.of(second + ": hotkey 1 is taken by " + first + "; change one of the two."), shelf.troubles());
        assertEquals("a", shelf.withHotkey(1).orElseThrow().name());
        assertEquals(List.of("a", "b"), names());
    }

    @Test
    void aFolderThatIsNotThereIsSaidOnceAndKeepsWhatWasThere() throws IOException {
        write("a.toml", LANE);
        shelf.refresh();
        Files.delete(folder.resolve("a.toml"));
        Files.delete(folder);
        assertTrue(shelf.refresh());
        assertEquals(List.of(folder + ": this folder of profiles cannot be read; give another one or make it readable."), shelf.troubles());
        assertEquals(List.of("a"), names());
        assertFalse(shelf.refresh());
    }
}
