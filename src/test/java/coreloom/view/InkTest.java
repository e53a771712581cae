package coreloom.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.googlecode.lanterna.TextColor;
import org.junit.jupiter.api.Test;

/** Cells out of styles and characters. */
class InkTest {
    private final Ink ink = new Ink(new Look(Look.Depth.INDEXED, true));

    @Test
    void aCellIsMadeOnce() {
        assertSame(ink.cell(Style.TEXT, 'x'), ink.cell(Style.TEXT, 'x'));
        assertSame(ink.cell(Style.HEAT_3, '▄'), ink.cell(Style.HEAT_3, '▄'));
    }

    @Test
    void namesFromOutsideCannotSteerTheTerminal() {
        for (char c : new char[] {0, 7, 8, 10, 13, 27, 127, 0x85, 0x9b, 0x200b, 0x202e, 0x2028, 0xd83d, 0xfe0f, 0xffff}) {
            assertEquals("?", ink.cell(Style.TEXT, c).getCharacterString(), "U+" + Integer.toHexString(c));
        }
    }

    @Test
    void charactersOfTwoColumnsAreReplaced() {
        assertEquals("?", ink.cell(Style.TEXT, '漢').getCharacterString());
        assertEquals("?", ink.cell(Style.TEXT, '한').getCharacterString());
        assertEquals("é", ink.cell(Style.TEXT, 'é').getCharacterString());
    }

    @Test
    void waitKindsAndHeatDifferInColourAndInGlyph() {
        for (Look.Depth depth : new Look.Depth[] {Look.Depth.INDEXED, Look.Depth.TRUECOLOR}) {
            Ink coloured = new Ink(new Look(depth, true));
            Style[] kinds = {Style.ON_CPU, Style.RUN_QUEUE, Style.INTERPRETER_LOCK, Style.LOCK, Style.DISK, Style.IO, Style.SLEEP, Style.CHILD, Style.OTHER,
                Style.COLLECTOR, Style.EVENT_LOOP, Style.POOL};
            for (int i = 0; i < kinds.length; i++) {
                for (int j = 0; j < i; j++) {
                    assertNotEquals(coloured.cell(kinds[i], 'x').getForegroundColor(), coloured.cell(kinds[j], 'x').getForegroundColor(),
                        kinds[i] + " and " + kinds[j]);
                }
            }
        }
    }

    @Test
    void withoutColourEveryCellHasTheTerminalsOwn() {
        Ink plain = new Ink(new Look(Look.Depth.MONOCHROME, true));
        for (Style style : Style.values()) {
            assertEquals(TextColor.ANSI.DEFAULT, plain.cell(style, 'x').getForegroundColor());
            assertEquals(TextColor.ANSI.DEFAULT, plain.cell(style, 'x').getBackgroundColor());
        }
    }
}
