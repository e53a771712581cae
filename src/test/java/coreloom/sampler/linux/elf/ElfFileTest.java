package coreloom.sampler.linux.elf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElfFileTest {
    private static final Set<String> WANTED = Set.of("_PyRuntime", "Py_Version");
    /** Reading a damaged file of some kilobytes never makes us ask for more: the largest table that is believed. */
    private static final long MOST_BYTES = 1 << 27;

    private static byte[] library() {
        return new ElfBuilder().variables(0x3000, 0x800).dynamic("other", 0x3000, 8).dynamic("_PyRuntime", 0x3100, 0x200)
                .debug("_PyRuntime", 0x999, 1).debug("Py_Version", 0x1010, 8).section(".PyRuntime", 0x3100, 0x208).build();
    }

    private static Map<String, ElfSymbol> variables(byte[] file) throws IOException {
        return ElfFile.of(new ArrayBytes(file)).variables(WANTED);
    }

    private static String refusal(byte[] file) {
        return assertThrows(ElfException.class, () -> variables(file)).getMessage();
    }

    @Test
    void bothTablesAreAskedTheOneAtRunTimeFirst() throws IOException {
        assertEquals(Map.of("_PyRuntime", new ElfSymbol(0x3100, 0x200), "Py_Version", new ElfSymbol(0x1010, 8)), variables(library()));
    }

    @Test
    void aStrippedFileIsAskedByItsSections() throws IOException {
        ElfFile file = ElfFile.of(new ArrayBytes(new ElfBuilder().section(".PyRuntime", 0x3100, 0x208).build()));
        assertEquals(Map.of(), file.variables(WANTED));
        assertEquals(Optional.of(new ElfSymbol(0x3100, 0x208)), file.section(".PyRuntime"));
        assertEquals(Optional.empty(), file.section(".PyRuntim"));
    }

    @Test
    void aNameMayBeStoredAsTheEndOfALongerOne() throws IOException {
        byte[] file = new ElfBuilder().dynamic("my_PyRuntime", 0x1, 1).dynamic("_PyRuntime", 0x3100, 0x200).build();
        assertEquals(Map.of("_PyRuntime", new ElfSymbol(0x3100, 0x200)), variables(file));
    }

    @Test
    void functionsAndWhatLiesInOtherFilesAreNoVariables() throws IOException {
        byte[] file = new ElfBuilder().dynamicOther("_PyRuntime", 2, 1).dynamicOther("_PyRuntime", 1, 0).dynamicOther("Py_Version", 0, 1)
                .build();
        assertEquals(Map.of("Py_Version", new ElfSymbol(0x666, 8)), variables(file));
    }

    @Test
    void namesAcrossTheWindowsOfALargeTableAreFound() throws IOException {
        for (int length : List.of((1 << 16) - 12, (1 << 16) - 6, (1 << 16) - 2, 1 << 16)) {
            byte[] file = new ElfBuilder().dynamic("x".repeat(length), 1, 1).dynamic("_PyRuntime", 0x3100, 0x200).build();
            assertEquals(Map.of("_PyRuntime", new ElfSymbol(0x3100, 0x200)), variables(file));
        }
    }

    @Test
    void symbolsBehindTheFirstWindowAreFound() throws IOException {
        ElfBuilder builder = new ElfBuilder();
        for (int i = 0; i < 5000; i++) {
            builder.dynamic("other", i, 1);
        }
        assertEquals(Map.of("_PyRuntime", new ElfSymbol(0x3100, 0x200)), variables(builder.dynamic("_PyRuntime", 0x3100, 0x200).build()));
    }

    @ParameterizedTest
    @ValueSource(ints = {62, 183})
    void bothMachinesAreRead(int machine) throws IOException {
        ElfFile file = ElfFile.of(new ArrayBytes(new ElfBuilder().machine(machine).variables(0x3000, 0x800).build()));
        assertTrue(file.moved());
        assertEquals(List.of(new ElfSegment(0, 0, 0x1100, 0x1100), new ElfSegment(0x1100, 0x3000, 0, 0x800)), file.segments());
    }

    @Test
    void aProgramAtFixedAddressesSaysSo() throws IOException {
        ElfFile file = ElfFile.of(new ArrayBytes(new ElfBuilder().fixed(0x400000).build()));
        assertFalse(file.moved());
        assertEquals(0x400000, file.segments().get(0).address());
    }

    @ParameterizedTest
    @CsvSource({"0, 0, is no ELF file", "4, 1, another kind of machine", "5, 2, another kind of machine", "18, 40, another kind of machine",
            "16, 1, neither a program nor a shared library", "54, 32, headers of a size", "58, 40, headers of a size"})
    void whatIsNotReadHereIsRefused(int at, byte value, String message) {
        byte[] file = library();
        file[at] = value;
        assertTrue(refusal(file).contains(message), () -> refusal(file));
    }

    @Test
    void noFileIsRefused() {
        assertEquals("ends before what it announces", refusal(new byte[0]));
    }

    @Test
    void aFileCutAtAnyByteIsReadOrRefused() throws IOException {
        byte[] whole = library();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(ElfException.class, () -> variables(cut), "cut at " + length);
        }
        assertEquals(2, variables(whole).size());
    }

    @Test
    void noNumberInItMakesUsReadWithoutBoundOrFail() throws IOException {
        byte[] whole = library();
        long[] hostile = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 0x7fffffffL, 0xffffffffL, 1L << 40, -24, whole.length};
        for (int at = 16; at <= whole.length - 8; at = at == 192 ? ElfBuilder.TEXT_OFFSET + 0x100 : at + 2) {
            for (long value : hostile) {
                damage(whole, at, value);
            }
        }
    }

    private static void damage(byte[] whole, int at, long value) throws IOException {
        byte[] file = whole.clone();
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(at, value);
        ArrayBytes bytes = new ArrayBytes(file);
        try {
            ElfFile elf = ElfFile.of(bytes);
            elf.variables(WANTED);
            elf.section(".PyRuntime");
        } catch (ElfException e) {
            assertFalse(e.getMessage().isEmpty());
        }
        assertTrue(bytes.bytesRead() < MOST_BYTES, at + " made us ask for " + bytes.bytesRead());
    }

    @Test
    void noiseIsReadOrRefused() throws IOException {
        long seed = System.nanoTime();
        System.out.println("ElfFileTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            byte[] file = library();
            for (int bytes = random.nextInt(8); bytes >= 0; bytes--) {
                int at = random.nextBoolean() ? 16 + random.nextInt(200) : ElfBuilder.TEXT_OFFSET
                        + random.nextInt(file.length - ElfBuilder.TEXT_OFFSET);
                file[at] = (byte) random.nextInt();
            }
            damage(file, 8, random.nextLong());
        }
    }

    @Test
    void aSegmentStoresWhatComesFromTheFile() {
        ElfSegment segment = new ElfSegment(0, 0x1000, 0x100, 0x200);
        assertTrue(segment.stores(new ElfSymbol(0x10f8, 8)));
        assertFalse(segment.stores(new ElfSymbol(0x10f9, 8)));
        assertFalse(segment.stores(new ElfSymbol(0xfff, 8)));
        assertFalse(segment.stores(new ElfSymbol(0x1000, Long.MAX_VALUE)));
        assertFalse(segment.stores(new ElfSymbol(0x1000, -1)));
        assertFalse(new ElfSegment(0, 0, -1, 0).stores(new ElfSymbol(0, 8)));
        assertFalse(new ElfSegment(0, Long.MIN_VALUE, 8, 8).stores(new ElfSymbol(Long.MAX_VALUE, 8)));
    }
}
