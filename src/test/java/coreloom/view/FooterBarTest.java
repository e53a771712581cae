package coreloom.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.history.History;
import coreloom.snapshot.OwnReading;
import coreloom.snapshot.ScriptedSource;
import org.junit.jupiter.api.Test;

/** What the last line says of the monitor itself. */
class FooterBarTest {
    /** CPU time and bytes as read after each second, with what was missed. */
    private static History history(long[] cpuMillis, long[] bytes, long late, long faults) {
        ScriptedSource source = ScriptedSource.cores(2).lasting(cpuMillis.length);
        for (int i = 0; i < cpuMillis.length; i++) {
            OwnReading own = new OwnReading(cpuMillis[i] * 1_000_000, bytes[i], late, 0, faults, "");
            source.at(i, machine -> machine.own(own));
        }
        return Picture.play(source);
    }

    private static String footer(History history, int columns) {
        String[] rows = Picture.of(history, columns, 24).text().split("\n");
        return rows[rows.length - 1];
    }

    @Test
    void ownTimeIsTheMeanOfFiveSeconds() {
        History history = history(new long[] {0, 900, 900, 910, 910, 920, 930}, new long[] {0, 9000, 9000, 9500, 9500, 10000, 10560}, 0, 0);
        String footer = footer(history, 100);
        assertTrue(footer.endsWith("  self 0.6 % 312 B/s"), footer);
    }

    @Test
    void theFirstIntervalsAreAllThereIs() {
        String footer = footer(history(new long[] {0, 30}, new long[] {0, 43_210}, 0, 0), 120);
        assertTrue(footer.endsWith("  self 3.0 % 43 kB/s"), footer);
    }

    @Test
    void muchHasNoDecimal() {
        String footer = footer(history(new long[] {0, 996}, new long[] {0, 1}, 0, 0), 80);
        assertTrue(footer.endsWith("  self 100 %"), footer);
    }

    @Test
    void whatWasMissedIsCounted() {
        String footer = footer(history(new long[] {0, 3}, new long[] {0, 1}, 2, 5), 80);
        assertTrue(footer.endsWith("  self 0.3 % late 2 faults 5"), footer);
    }
}
