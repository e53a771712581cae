package coreloom.view;

import com.googlecode.lanterna.TextCharacter;

/**
 * Turns (style, character) into a cell. Each cell is made once and kept, so that drawing a frame allocates nothing per cell. Characters that
 * the terminal cannot show are replaced by ASCII ones, control characters by {@code ?}.
 */
public final class Ink {
    private static final int ASCII_CELLS = 128;
    private static final int OTHER_CELLS = 256;
    /** Pairs: a character beyond ASCII, and the one that stands for it where only ASCII can be shown. */
    private static final String PLAIN = "█#▓=▒+░-▇#▆*▅*▄;▃:▂,▁.─-│|┬+┴+╌-●*▏|▶>≈~×x·.…~—-←<→>↑^↓v▴^◂<";
    /** The same for what the fonts of text consoles lack; levels are rounded to none, a half and a whole. */
    private static final String CONSOLE = "▇█▆▄▅▄▃▄▂_▁_╌-●*▏│▶>×x…~—-▴^◂<";

    private final Look look;
    private final TextCharacter[][] ascii = new TextCharacter[Style.values().length][];
    private final TextCharacter[][] other = new TextCharacter[Style.values().length][];
    private final StringBuilder scratch = new StringBuilder(160);
    private final ThreadList threads = new ThreadList();

    public Ink(Look look) {
        this.look = look;
    }

    TextCharacter cell(Style style, char wanted) {
        char character = shown(wanted);
        TextCharacter[] table = table(character < ASCII_CELLS ? ascii : other, style, character < ASCII_CELLS ? ASCII_CELLS : OTHER_CELLS);
        int at = character & (table.length - 1);
        TextCharacter cell = table[at];
        if (cell == null || !cell.is(character)) {
            cell = OneColumnCell.of(Theme.blank(style, look).withCharacter(character));
            table[at] = cell;
        }
        return cell;
    }

    private static TextCharacter[] table(TextCharacter[][] tables, Style style, int size) {
        TextCharacter[] table = tables[style.ordinal()];
        return table != null ? table : (tables[style.ordinal()] = new TextCharacter[size]);
    }

    private char shown(char wanted) {
        if (wanted >= ' ' && wanted < 0x7f) {
            return wanted;
        }
        return switch (look.glyphs()) {
            case ASCII -> instead(PLAIN, wanted, '?');
            case CONSOLE -> instead(CONSOLE, wanted, shownByUnicode(wanted));
            case UNICODE -> shownByUnicode(wanted);
        };
    }

    /** What stands for a character in pairs of them; each is looked for at even places only, as it may stand for another one too. */
    private static char instead(String pairs, char wanted, char otherwise) {
        for (int at = 0; at < pairs.length(); at += 2) {
            if (pairs.charAt(at) == wanted) {
                return pairs.charAt(at + 1);
            }
        }
        return otherwise;
    }

    private static char shownByUnicode(char wanted) {
        return wanted < ' ' || wanted >= 0x7f && wanted < 0xa0 || !oneColumn(wanted) ? '?' : wanted;
    }

    /** Characters that a terminal may draw over two columns, or over none, would push the rest of the line away. */
    private static boolean oneColumn(char c) {
        boolean wide = c >= 0x1100 && c <= 0x115f || c >= 0x2e80 && c <= 0xa4cf || c >= 0xac00 && c <= 0xd7a3 || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe6f || c >= 0xff00 && c <= 0xff60 || c >= 0xffe0 && c <= 0xffe6;
        int type = Character.getType(c);
        boolean none = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT
                || type == Character.CONTROL || type == Character.SURROGATE || type == Character.UNASSIGNED || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        return !wide && !none;
    }

    /** A line to build text in; emptied at each call. One thread draws, so one line is enough. */
    StringBuilder line() {
        scratch.setLength(0);
        return scratch;
    }

    /** The threads that the panel beside the heatmap lists; one panel at a time. */
    ThreadList threads() {
        return threads;
    }
}
