package coreloom.sampler.linux.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {
    private static final String LINE =
            "7f1c2a400000-7f1c2a5d1000 r-xp 00126000 fd:01 135742                     /usr/lib/libpython3.12.so.1.0";

    private static Mapping only(String text) {
        List<Mapping> all = Mapping.parse(text);
        assertEquals(1, all.size(), all::toString);
        return all.get(0);
    }

    @Test
    void aLineHasItsFields() {
        Mapping mapping = only(LINE + "\n");
        assertEquals(new AddressRange(0x7f1c2a400000L, 0x7f1c2a5d1000L), mapping.range());
        assertEquals(0x126000, mapping.offset());
        assertEquals(new FileId("fd:01", 135742), mapping.file());
        assertEquals("/usr/lib/libpython3.12.so.1.0", mapping.path());
        assertEquals("libpython3.12.so.1.0", mapping.fileName());
        assertTrue(mapping.executable());
        assertFalse(mapping.writable() || mapping.anonymous() || mapping.removed());
    }

    @Test
    void memoryWithoutAFileIsAnonymousUnlessItHasAName() {
        assertTrue(only("7f00-7f10 rw-p 00000000 00:00 0 \n").anonymous());
        assertTrue(only("7f00-7f10 rw-p 00000000 00:00 0").anonymous());
        assertFalse(only("7f00-7f10 rw-p 00000000 00:00 0                          [heap]").anonymous());
        assertTrue(only("7f00-7f10 rw-p 00000000 00:00 0").writable());
    }

    @Test
    void aFileThatWasRemovedKeepsItsName() {
        Mapping mapping = only(LINE + " (deleted)");
        assertTrue(mapping.removed());
        assertEquals("libpython3.12.so.1.0", mapping.fileName());
    }

    @Test
    void aPathMayHoldBlanksAndAnythingButALineEnd() {
        assertEquals("/a b  c\\012/python3.11", only("10-20 r-xp 0 fd:01 7  /a b  c\\012/python3.11").path());
        String forged = "10-20 r-xp 0 fd:01 7 /a\r30-40 rw-p 0 fd:01 8 /libpython3.12.so.1.0";
        assertEquals("/a\r30-40 rw-p 0 fd:01 8 /libpython3.12.so.1.0", only(forged).path());
        assertEquals("/a\u2028b", only("10-20 r-xp 0 fd:01 7 /a\u2028b").path());
    }

    @Test
    void addressesAreUnsigned() {
        Mapping mapping = only("ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0                  [vsyscall]");
        assertTrue(mapping.range().contains(0xffffffffff600000L));
        assertFalse(mapping.range().contains(0x7fffffffffffffffL));
        assertEquals(0x1000, mapping.range().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "10-20", "10-20 r-xp 0 fd:01", "10-20 r-xp 0 fd:01 x /a", "10-20 rwx 0 fd:01 7 /a",
            "-20 r-xp 0 fd:01 7 /a",
            "10000000000000000-20 r-xp 0 fd:01 7 /a", "10-20 r-xp 0 fd:01 9999999999999999999 /a", "10 20 r-xp 0 fd:01 7 /a",
            "10-20 r-xp 0 fd:01 7/a"})
    void whatIsNoLineIsLeftOut(String text) {
        assertEquals(List.of(), Mapping.parse(text));
    }

    @Test
    void linesThatAreNoneCostOnlyThemselves() {
        assertEquals(2, Mapping.parse("10-20 r-xp 0 fd:01 7 /a\nnonsense\n20-30 rw-p 0 00:00 0\n30-4").size());
    }

    @Test
    void rangesAreHalfOpen() {
        AddressRange range = new AddressRange(0x10, 0x20);
        assertTrue(range.contains(0x10) && range.contains(0x1f));
        assertFalse(range.contains(0xf) || range.contains(0x20));
        assertTrue(range.contains(new AddressRange(0x10, 0x20)));
        assertFalse(range.contains(new AddressRange(0x18, 0x21)) || range.contains(new AddressRange(0x18, 0x18))
                || range.contains(new AddressRange(0x1f, 0x1e)));
    }

    @Test
    void thoseOfNobodyCannotBeRead() {
        assertThrows(IOException.class, () -> Mapping.read(Path.of("/proc/0/maps")));
    }
}
