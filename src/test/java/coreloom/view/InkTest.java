package coreloom.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TextColor;
import java.util.List;
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
        for (Look look : List.of(new Look(Look.Depth.INDEXED, true), new Look(Look.Depth.TRUECOLOR, true),
                new Look(Look.Depth.INDEXED, true, Look.Background.LIGHT), new Look(Look.Depth.TRUECOLOR, true, Look.Background.LIGHT))) {
            Ink coloured = new Ink(look);
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

    /** Contrast as the Web Content Accessibility Guidelines compute it: words need 4.5, areas that have a glyph of their own too less. */
    @Test
    void everyStyleStandsOutFromItsBackground() {
        for (Look.Background background : Look.Background.values()) {
            Ink coloured = new Ink(new Look(Look.Depth.TRUECOLOR, true, background));
            double paper = background == Look.Background.LIGHT ? 1 : 0;
            for (Style style : Style.values()) {
                if (coloured.cell(style, 'x').getForegroundColor() instanceof TextColor.RGB colour) {
                    double ink = luminance(colour);
                    double contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
                    boolean word = style.compareTo(Style.ON_CPU) < 0;
                    assertTrue(contrast >= (word ? 4.5 : 2.2), style + " on " + background + " has a contrast of " + contrast);
                }
            }
        }
    }

    private static double luminance(TextColor.RGB colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
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
