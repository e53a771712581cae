package coreloom.sampler.linux.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.sampler.linux.elf.ElfSegment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RuntimeFileTest {
    private static final String LIBRARY = """
            00400000-00401000 r-xp 00000000 fd:01 5 /usr/bin/python3.12
            00601000-00602000 rw-p 00001000 fd:01 5 /usr/bin/python3.12
            01000000-01100000 rw-p 00000000 00:00 0 [heap]
            7f0000100000-7f0000200000 r--p 00000000 fd:01 7 /usr/lib/libpython3.12.so.1.0
            7f0000200000-7f0000300000 r-xp 00100000 fd:01 7 /usr/lib/libpython3.12.so.1.0
            7f0000300000-7f0000310000 r--p 00200000 fd:01 7 /usr/lib/libpython3.12.so.1.0
            7f0000310000-7f0000320000 rw-p 00210000 fd:01 7 /usr/lib/libpython3.12.so.1.0
            7f0000320000-7f0000330000 rw-p 00000000 00:00 0
            7f0000340000-7f0000350000 rw-p 00000000 00:00 0
            7f0000350000-7f0000360000 r-xp 00000000 fd:01 8 /usr/lib/libc.so.6
            """;

    private static RuntimeFile in(String maps) {
        return RuntimeFile.in(Mapping.parse(maps)).orElseThrow();
    }

    @Test
    void theLibraryHoldsTheInterpreterWhereThereIsOne() {
        RuntimeFile file = in(LIBRARY);
        assertTrue(file.name().library());
        assertEquals(0x7f0000100000L, file.first().range().from());
    }

    @Test
    void itsVariablesReachIntoTheAnonymousMemoryRightBehindAndNoFurther() {
        assertEquals(List.of(new AddressRange(0x7f0000310000L, 0x7f0000330000L)), in(LIBRARY).writable());
        assertTrue(in(LIBRARY).holds(new AddressRange(0x7f000031fff0L, 0x7f0000320010L)));
        assertFalse(in(LIBRARY).holds(new AddressRange(0x7f000032fff0L, 0x7f0000330010L)));
    }

    @Test
    void aStaticProgramHoldsItItselfAndItsHeapIsNoneOfIt() {
        RuntimeFile file = in("""
                00400000-00a00000 r-xp 00000000 fd:01 5 /usr/bin/python3.11
                00a00000-00a5c000 rw-p 00600000 fd:01 5 /usr/bin/python3.11
                00a5c000-00a80000 rw-p 00000000 00:00 0
                00a80000-00c00000 rw-p 00000000 00:00 0 [heap]
                """);
        assertFalse(file.name().library());
        assertEquals(List.of(new AddressRange(0xa00000, 0xa80000)), file.writable());
    }

    @Test
    void aHeapRightBehindTheFileIsNoneOfIt() {
        RuntimeFile file = in("""
                00400000-00a00000 r-xp 00000000 fd:01 5 /usr/bin/python3.11
                00a00000-00a5c000 rw-p 00600000 fd:01 5 /usr/bin/python3.11
                00a5c000-00c00000 rw-p 00000000 00:00 0 [heap]
                """);
        assertEquals(List.of(new AddressRange(0xa00000, 0xa5c000)), file.writable());
    }

    @Test
    void aProcessWithoutOneIsNoCPython() {
        assertEquals(Optional.empty(), RuntimeFile.in(List.of()));
        assertEquals(Optional.empty(), RuntimeFile.in(Mapping.parse("400000-401000 r-xp 0 fd:01 5 /usr/bin/java")));
        assertEquals(Optional.empty(), RuntimeFile.in(Mapping.parse("400000-401000 r--p 0 fd:01 5 /home/python3.11")),
                "only looked at, not run");
    }

    @Test
    void theFileIsMovedByAsMuchAsItsFirstPart() {
        RuntimeFile file = in(LIBRARY);
        assertEquals(OptionalLong.of(0x7f0000100000L), file.moved(List.of(new ElfSegment(0, 0, 0x1000, 0x1000))));
        assertEquals(OptionalLong.of(0x7f0000100000L - 0x10000), file.moved(List.of(new ElfSegment(0, 0x10000, 0x1000, 0x1000))));
        assertEquals(OptionalLong.of(0x7f0000100000L), file.moved(List.of(new ElfSegment(0x40, 0x40, 0x1000, 0x1000))),
                "begins within its page");
    }

    @Test
    void whatDoesNotFitIsNotMoved() {
        RuntimeFile file = in(LIBRARY);
        assertEquals(OptionalLong.empty(), file.moved(List.of()));
        assertEquals(OptionalLong.empty(), file.moved(List.of(new ElfSegment(0x10000, 0x10000, 1, 1))));
        assertEquals(OptionalLong.empty(), file.moved(List.of(new ElfSegment(-1, 0, 1, 1))));
    }

    @Test
    void anotherFileOfTheSameNameIsNoneOfIt() {
        RuntimeFile file = in("""
                7f00-7f10 r-xp 0 fd:01 7 /usr/lib/libpython3.12.so.1.0
                7f10-7f20 rw-p 0 fd:01 9 /usr/lib/libpython3.12.so.1.0
                """);
        assertEquals(List.of(), file.writable());
    }
}
