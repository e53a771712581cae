package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoreSetTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0|0", "0,2-3|0,2-3", "3,1,2|1-3", "0-1,1-2|0-2", " 4 , 7 |4,7", "5-5|5", "65535|65535"})
    void readsAndWritesTheListSyntax(String text, String list) {
        assertEquals(list, CoreSet.parse(text).orElseThrow().list());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", "0,", "-1", "1-", "3-2", "a", "0-1-2", "0x1", "1.5", "65536", "99999999999", "0 1", "0-3:2"})
    void refusesWhatIsNoList(String text) {
        assertEquals(Optional.empty(), CoreSet.parse(text));
    }

    @Test
    void tellsWhatOthersLack() {
        CoreSet some = CoreSet.parse("0-3,8").orElseThrow();
        assertEquals("2-3", some.without(CoreSet.parse("0-1,8-9").orElseThrow()).orElseThrow().list());
        assertEquals(Optional.empty(), some.without(some));
        assertEquals("cores 0-3,8", some.words());
        assertEquals("core 8", CoreSet.parse("8").orElseThrow().words());
    }

    @Test
    void isNeverEmpty() {
        assertThrows(IllegalArgumentException.class, () -> new CoreSet(List.of()));
    }
}
