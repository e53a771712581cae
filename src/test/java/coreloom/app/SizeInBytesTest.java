package coreloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeInBytesTest {
    @ParameterizedTest
    @CsvSource({"0,0", "1000,1000", "500K,512000", "100M,104857600", "2g,2147483648", "1T,1099511627776", "3MB,3145728"})
    void sizesAsPeopleWriteThem(String text, long bytes) {
        assertEquals(bytes, SizeInBytes.parse(text).bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M", "-1", "1.5G", "1 M", "100 apples", "1KM", "0x10"})
    void whatIsNoSize(String text) {
        assertEquals("'" + text + "' is not a size: write 100M, 2G or 500K",
                assertThrows(IllegalArgumentException.class, () -> SizeInBytes.parse(text)).getMessage());
    }

    @Test
    void whatNoDiskHolds() {
        assertThrows(IllegalArgumentException.class, () -> SizeInBytes.parse("999999999999999999T"));
    }
}
