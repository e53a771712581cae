package coreloom.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many cores a list names. */
class CoreListTest {
    @ParameterizedTest
    @CsvSource({"'',0", "0,1", "0-3,4", "'0-3,8',5", "'0,2-4,9',5", "x,0", "3-1,0", "'0,,1',0", "0-,0", "99999999,0"})
    void counts(String list, int count) {
        assertEquals(count, CoreList.count(list));
    }
}
