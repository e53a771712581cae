package coreloom.export;

import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.TextImage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A screen as an SVG picture of its own: the same cells that a terminal would be sent, light or dark as the reader's system is, no scripts,
 * nothing fetched. Blocks and rules are drawn, so that no font leaves gaps between them; everything else is text of a fixed width.
 */
public final class SvgScreen {
    private static final int CELL_WIDTH = 9;
    private static final int CELL_HEIGHT = 18;
    private static final int MARGIN = 9;
    /** Of the text above the lower edge of its cell. */
    private static final int DESCENT = 5;
    private static final String LEVELS = " ▁▂▃▄▅▆▇█";
    private static final String SHADES = "░▒▓";
    private static final String RULES = "─│┬┴┼";

    private final String title;
    private final TextImage light;
    private final TextImage dark;
    private final Map<String, String> classes = new LinkedHashMap<>();
    private final StringBuilder body = new StringBuilder();

    /**
     * A screen for light and for dark surroundings: the same characters, in other colours. One and the same image twice is a picture for one
     * of them alone.
     *
     * @param title what it shows, for those who cannot see it
     */
    public SvgScreen(String title, TextImage light, TextImage dark) {
        this.title = title;
        this.light = light;
        this.dark = dark;
    }

    /**
     * The document.
     *
     * @param darkAlone whether a picture for one background alone is for a dark one
     */
    public String text(boolean darkAlone) {
        classes.clear();
        body.setLength(0);
        for (int row = 0; row < light.getSize().getRows(); row++) {
            row(row);
        }
        int width = light.getSize().getColumns() * CELL_WIDTH + 2 * MARGIN;
        int height = light.getSize().getRows() * CELL_HEIGHT + 2 * MARGIN;
        return words("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" "
                + "aria-labelledby=\"title\">%n",
                width, height, width, height)
                + words("<title id=\"title\">%s</title>%n<style>%n%s</style>%n", escaped(title), css(darkAlone))
                + words("<rect class=\"paper\" width=\"%d\" height=\"%d\" rx=\"6\"/>%n<g transform=\"translate(%d %d)\">%n%s</g>%n</svg>%n",
                        width, height, MARGIN, MARGIN, body);
    }

    private void row(int row) {
        int columns = light.getSize().getColumns();
        for (int column = 0; column < columns;) {
            TextCharacter cell = light.getCharacterAt(column, row);
            int end = column + 1;
            if (cell.is(' ')) {
                column = end;
                continue;
            }
            boolean drawn = isDrawn(cell);
            while (end < columns && goesOn(column, end, row, drawn)) {
                end++;
            }
            if (drawn) {
                shape(column, end, row);
            } else {
                letters(column, end, row);
            }
            column = end;
        }
    }

    /** Whether the cell at {@code next} belongs to the run that begins at {@code first}; one blank does not end a run of words. */
    private boolean goesOn(int first, int next, int row, boolean drawn) {
        TextCharacter cell = light.getCharacterAt(next, row);
        boolean alike = name(next, row).equals(name(first, row));
        if (drawn) {
            return alike && cell.getCharacterString().equals(light.getCharacterAt(first, row).getCharacterString());
        }
        return cell.is(' ') ? next + 1 < light.getSize().getColumns() && isLetter(next + 1, row) && name(next + 1, row).equals(name(first, row))
                : alike && isLetter(next, row);
    }

    private boolean isLetter(int column, int row) {
        TextCharacter cell = light.getCharacterAt(column, row);
        return !cell.is(' ') && !isDrawn(cell);
    }

    private static boolean isDrawn(TextCharacter cell) {
        char character = cell.getCharacterString().charAt(0);
        return LEVELS.indexOf(character) >= 0 || SHADES.indexOf(character) >= 0 || RULES.indexOf(character) >= 0 || character == '▏';
    }

    private void shape(int from, int to, int row) {
        char character = light.getCharacterAt(from, row).getCharacterString().charAt(0);
        String name = name(from, row);
        double top = row * CELL_HEIGHT;
        double middle = top + CELL_HEIGHT / 2.0;
        int level = LEVELS.indexOf(character);
        int shade = SHADES.indexOf(character);
        if (level > 0) {
            double height = CELL_HEIGHT * level / 8.0;
            box(name, from, to, top + CELL_HEIGHT - height, height, "");
        } else if (shade >= 0) {
            box(name, from, to, top, CELL_HEIGHT, words(" fill-opacity=\"%.2f\"", (shade + 1) / 4.0));
        } else if (character == '▏') {
            stroke(name, from * CELL_WIDTH, top, 2, CELL_HEIGHT);
        } else {
            rule(name, character, from, to, middle);
        }
    }

    private void rule(String name, char character, int from, int to, double middle) {
        if (character != '│') {
            box(name, from, to, middle - 0.5, 1, "");
        }
        if (character != '─') {
            double top = character == '┬' ? middle : middle - CELL_HEIGHT / 2.0;
            double height = character == '┬' || character == '┴' ? CELL_HEIGHT / 2.0 : CELL_HEIGHT;
            for (int column = from; column < to; column++) {
                stroke(name, column * CELL_WIDTH + CELL_WIDTH / 2.0 - 0.5, top, 1, height);
            }
        }
    }

    private void box(String name, int from, int to, double top, double height, String more) {
        body.append(words("<rect class=\"%s\" x=\"%d\" y=\"%s\" width=\"%d\" height=\"%s\"%s/>%n", name, from * CELL_WIDTH, number(top),
                (to - from) * CELL_WIDTH, number(height), more));
    }

    private void stroke(String name, double left, double top, double width, double height) {
        body.append(words("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>%n", name, number(left), number(top),
                number(width), number(height)));
    }

    private void letters(int from, int to, int row) {
        StringBuilder text = new StringBuilder();
        for (int column = from; column < to; column++) {
            text.append(light.getCharacterAt(column, row).getCharacterString());
        }
        body.append(words("<text class=\"%s\" x=\"%d\" y=\"%d\" textLength=\"%d\">%s</text>%n", name(from, row), from * CELL_WIDTH,
                (row + 1) * CELL_HEIGHT - DESCENT, (to - from) * CELL_WIDTH, escaped(text.toString())));
    }

    /** The class of a cell's look, made up the first time that it occurs. */
    private String name(int column, int row) {
        TextCharacter cell = light.getCharacterAt(column, row);
        String look = colour(cell, "#1f2328") + ' ' + colour(dark.getCharacterAt(column, row), "#d8dade") + (cell.isBold() ? " bold" : "");
        return classes.computeIfAbsent(look, made -> "c" + classes.size());
    }

    private static String colour(TextCharacter cell, String plain) {
        TextColor colour = cell.getForegroundColor();
        return colour == TextColor.ANSI.DEFAULT ? plain : words("#%02x%02x%02x", colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    private String css(boolean darkAlone) {
        StringBuilder css = new StringBuilder("text{font:15px ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;white-space:pre}\n");
        boolean one = light == dark;
        String plainDark = ".paper{fill:#16181d}\n";
        css.append(one && darkAlone ? plainDark : ".paper{fill:#ffffff}\n");
        StringBuilder night = new StringBuilder("@media (prefers-color-scheme: dark){\n").append(plainDark);
        classes.forEach((look, name) -> {
            String[] parts = look.split(" ");
            css.append(words(".%s{fill:%s%s}%n", name, one && darkAlone ? parts[1] : parts[0], parts.length > 2 ? ";font-weight:bold" : ""));
            night.append(words(".%s{fill:%s}%n", name, parts[1]));
        });
        return one ? css.toString() : css.append(night).append("}\n").toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : words("%.2f", value);
    }

    private static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String escaped(String raw) {
        return raw.replaceAll("\\p{Cntrl}", "?").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
