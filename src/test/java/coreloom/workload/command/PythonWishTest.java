package coreloom.workload.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonWishTest {
    private static final Path FILE = Path.of("/opt/python");

    private static PythonWish wish(String text) {
        return PythonWish.parse(text).orElseThrow();
    }

    private static boolean fits(String wish, String implementation, String version, boolean freeThreaded) {
        return wish(wish).fits(new Interpreter(FILE, implementation, version, freeThreaded, !freeThreaded));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "3|python3 python",
        "3.13|python3.13 python3 python",
        "3.13.0|python3.13 python3 python",
        "3.13t|python3.13t python3.13 python3 python",
        "3t|python3t python3 python"})
    void isLookedForUnderTheseNames(String wish, String names) {
        assertEquals(names, String.join(" ", wish(wish).names()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "2", "2.7", "3.", "3.7", "3.7.16", "3.13tt", "3.13.0.1", "4", "python3", "bin/python3", "./python", "latest", "3.x",
        "3.13-nogil", "\u0000"})
    void isNoWish(String text) {
        assertEquals(Optional.empty(), PythonWish.parse(text));
    }

    @Test
    void aVersionFitsWhatBeginsWithIt() {
        assertTrue(fits("3", "CPython", "3.13.0", false));
        assertTrue(fits("3.13", "CPython", "3.13.5", false));
        assertTrue(fits("3.14", "CPython", "3.14.0rc1", false));
        assertTrue(fits("3.13.0", "CPython", "3.13.0", false));
        assertFalse(fits("3.13.1", "CPython", "3.13.10", false), "by number, not by letter");
        assertFalse(fits("3.13.0", "CPython", "3.13.1", false));
        assertFalse(fits("3.13", "CPython", "3.12.1", false));
        assertFalse(fits("3", "CPython", "2.7.18", false));
        assertFalse(fits("3", "CPython", "3.7.16", false), "the kernels need 3.8");
        assertFalse(fits("3.10", "PyPy", "3.10.14", false));
    }

    @Test
    void theBuildWithoutTheLockIsAnother() {
        assertTrue(fits("3.13t", "CPython", "3.13.0", true));
        assertFalse(fits("3.13t", "CPython", "3.13.0", false));
        assertFalse(fits("3.13", "CPython", "3.13.0", true));
    }

    @Test
    void aFileMayBeAnyPythonThatTheKernelsRunOn() {
        assertTrue(fits("/opt/python", "PyPy", "3.10.14", false));
        assertTrue(fits("/opt/python", "CPython", "3.13.0", true));
        assertFalse(fits("/opt/python", "CPython", "3.7.16", false));
        assertEquals(List.of(FILE), wish("/opt/python").candidates(List.of(Path.of("/usr/bin"))));
    }

    @Test
    void everyFolderIsSearchedForTheBestNameFirst(@TempDir Path folder) throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        for (Path file : List.of(first.resolve("python3"), second.resolve("python3.13"), second.resolve("python3"))) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        Files.createFile(first.resolve("python3.13"));
        Files.createDirectory(first.resolve("python"));
        assertEquals(List.of(second.resolve("python3.13"), first.resolve("python3"), second.resolve("python3")),
                wish("3.13").candidates(List.of(first, second, folder.resolve("nowhere"))), "what may not be run is passed over");
    }

    @Test
    void theSearchPathIsThatOfAShellWithoutWhatDependsOnTheFolder() {
        assertEquals(List.of(Path.of("/a"), Path.of("/b c")), PythonWish.searchPath("/a::relative:/b c"));
        assertEquals(List.of(Path.of("/usr/bin"), Path.of("/bin")), PythonWish.searchPath(null));
    }
}
