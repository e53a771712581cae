package coreloom.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.BasicTextImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences broken into rows. */
class ParagraphTest {
    private static final int COLUMNS = 8;

    @ParameterizedTest
    @CsvSource({"'',0,''", "one,1,one", "one two,1,one two", "one two three,2,one two/three", "12345678 9,2,12345678/9",
        "1234567890 1,2,12345678/90 1",
        "one two three four five,3,one two/three/four fi…"})
    void breaksAtBlanksAndSaysWhereItWasCut(String text, int drawn, String rows) {
        BasicTextImage image = new BasicTextImage(new TerminalSize(COLUMNS, 3));
        Canvas canvas = new Canvas(image.newTextGraphics(), new Ink(new Look(Look.Depth.MONOCHROME, true)), 0, 0, COLUMNS, 3);
        assertEquals(drawn, new Paragraph(text).draw(canvas, Style.TEXT));
        StringBuilder seen = new StringBuilder();
        for (int y = 0; y < drawn; y++) {
            StringBuilder row = new StringBuilder();
            for (int x = 0; x < COLUMNS; x++) {
                row.append(image.getCharacterAt(x, y).getCharacterString());
            }
            seen.append(y == 0 ? "" : "/").append(row.toString().stripTrailing());
        }
        assertEquals(rows, seen.toString());
    }

    @ParameterizedTest
    @CsvSource({"'',0", "one two three,2", "one two three four five,4"})
    void knowsHowManyRowsItTakes(String text, int rows) {
        assertEquals(rows, new Paragraph(text).rows(COLUMNS));
    }
}
