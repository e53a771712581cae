package coreloom.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ThreadRowsTest {
    private final ThreadRows rows = new ThreadRows();

    @Test
    void theLowestFreeRowIsTakenAndTheTableShrinks() {
        assertEquals(0, rows.count());
        for (int row = 0; row < 3; row++) {
            assertEquals(row, rows.take());
        }
        rows.giveBack(1);
        assertEquals(3, rows.count());
        assertEquals(1, rows.take());
        assertEquals(3, rows.take());
        rows.giveBack(3);
        rows.giveBack(2);
        assertEquals(2, rows.count());
    }
}
