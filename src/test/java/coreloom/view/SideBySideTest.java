package coreloom.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.BasicTextImage;
import coreloom.history.IdleBudget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Things beside each other, wherever they come from. */
class SideBySideTest {
    private static Compared thing(String name, double throughput) {
        double[] values = new double[Measure.COUNT];
        Arrays.fill(values, Double.NaN);
        values[Measure.THROUGHPUT.ordinal()] = throughput;
        return new Compared(name, "done", false, values, IdleBudget.NONE);
    }

    private static String drawn(int columns, Compared... things) {
        BasicTextImage image = new BasicTextImage(new TerminalSize(columns, 13));
        Ink ink = new Ink(new Look(Look.Depth.MONOCHROME, true));
        new SideBySide(List.of(things)).draw(new Canvas(image.newTextGraphics(), ink, 0, 0, columns, 13));
        StringBuilder text = new StringBuilder();
        for (int x = 0; x < columns * 13; x++) {
            text.append(image.getCharacterAt(x % columns, x / columns).getCharacterString());
        }
        return text.toString();
    }

    @Test
    void theBarOfTheMostIsFullAndTheOthersAreInProportion() {
        String text = drawn(80, thing("A: gil", 1000), thing("B: gil", 500));
        assertEquals(18 + 9, text.chars().filter(c -> c == '█').count());
        assertTrue(text.contains("A: gil done") && text.contains("B: gil done") && text.contains("500  -50%"), text);
    }

    @Test
    void whatHasNoColumnIsSaid() {
        List<Compared> many = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            many.add(thing("lane" + i, i));
        }
        String text = drawn(80, many.toArray(Compared[]::new));
        assertTrue(text.contains("side by side: 1 and 6 to 7 of 7") && text.contains("lane1") && text.contains("lane7"), text);
    }

    @Test
    void nothingIsComparedWithNothing() {
        assertTrue(drawn(80).contains("nothing to compare yet"));
        assertTrue(!drawn(80, thing("one", Double.NaN), thing("two", 5)).contains("%"));
    }

    @Test
    void differencesAreWrittenByTheirKind() {
        assertEquals("-50%", Measure.THROUGHPUT.difference(new StringBuilder(), 50, 100).toString());
        assertEquals("3.1×", Measure.SPEED_UP.difference(new StringBuilder(), 3.1, 1).toString());
        assertEquals("+30pt", Measure.LOCK_WAIT.difference(new StringBuilder(), 0.8, 0.5).toString());
        assertEquals("", Measure.THROUGHPUT.difference(new StringBuilder(), 101, 100).toString(), "alike");
        assertEquals(Style.GOOD, Measure.LOCK_WAIT.style(0.1, 0.5));
        assertEquals(Style.WARNING, Measure.THROUGHPUT.style(1, 2));
        assertEquals(Style.DIM, Measure.CORES.style(1, 2), "neither good nor bad");
    }
}
