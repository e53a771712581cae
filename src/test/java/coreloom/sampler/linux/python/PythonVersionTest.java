package coreloom.sampler.linux.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.snapshot.Interpreter;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonVersionTest {
    private static PythonVersion named(String file) {
        return PythonVersion.of(PythonName.of(file).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"libpython3.12.so.1.0, true, 12, false", "libpython3.13t.so.1.0, true, 13, true", "libpython3.13td.so.1.0, true, 13, true",
            "libpython3.8d.so.1.0, true, 8, false", "libpython3.7m.so.1.0, true, 7, false", "libpython3.14.so, true, 14, false",
            "python3.11, false, 11, false", "python3.14t, false, 14, true", "python3.9d, false, 9, false"})
    void theNameTellsTheVersion(String file, boolean library, int minor, boolean freeThreaded) {
        assertEquals(Optional.of(new PythonName(library, OptionalInt.of(minor), freeThreaded)), PythonName.of(file));
        assertEquals("3." + minor, named(file).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"python", "python3"})
    void aNameMayLeaveTheVersionOpen(String file) {
        assertEquals(new PythonVersion(OptionalInt.empty(), "3", false), named(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "python2.7", "python2", "libpython2.7.so.1.0", "libpython3.so", "pypy3.10", "libpypy3.10-c.so", "ipython3",
            "python3.11-config", "libpython3.12.a", "xlibpython3.12.so.1.0", "java", "libpython3.123.so",
            "_ctypes.cpython-312-x86_64-linux-gnu.so"})
    void otherNamesAreNoCPython(String file) {
        assertEquals(Optional.empty(), PythonName.of(file));
    }

    @ParameterizedTest
    @CsvSource({"0x030C01F0, python3.12, 3.12.1", "0x030E00C2, python3.14, 3.14.0rc2", "0x030F00A3, python3.15, 3.15.0a3",
            "0x030D00B1, python3, 3.13.0b1", "0x030B12f0, libpython3.11.so.1.0, 3.11.18",
            "0x030B12f0, python3.12, 3.12", "0x020712f0, python3, 3", "0, python3, 3", "-1, python3.12, 3.12"})
    void theNumberTellsThePatchLevelUnlessItContradictsTheName(String hex, String file, String text) {
        assertEquals(text, named(file).withHex(Long.decode(hex)).text());
    }

    @Test
    void theFreeThreadedBuildIsNamedAsSuch() {
        assertEquals(new Interpreter("3.13.2", true), named("python3.13t").withHex(0x030D02F0).asInterpreter());
    }

    @Test
    void anUnknownVersionIsAtLeastNothing() {
        assertTrue(named("python3.12").atLeast(12));
        assertFalse(named("python3.12").atLeast(13));
        assertFalse(named("python3").atLeast(8));
    }
}
