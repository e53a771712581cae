package coreloom.terminal;

import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import coreloom.view.Look.Depth;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/** The colours and attributes the terminal draws with now, and the shortest change to those of a cell. Allocates nothing once warm. */
final class Pen {
    private static final int BOLD = 1;
    private static final int ITALIC = 1 << 1;
    private static final int UNDERLINE = 1 << 2;
    private static final int BLINK = 1 << 3;
    private static final int REVERSE = 1 << 4;
    private static final int CROSSED_OUT = 1 << 5;

    /** The attributes that show on a blank. */
    private static final int INKED = UNDERLINE | REVERSE | CROSSED_OUT;

    /** SGR numbers that switch each attribute on and off, by bit. */
    private static final int[] ON = {1, 3, 4, 5, 7, 9};
    private static final int[] OFF = {22, 23, 24, 25, 27, 29};

    private final boolean colors;
    private final Map<TextColor, byte[]> foregrounds = new HashMap<>();
    private final Map<TextColor, byte[]> backgrounds = new HashMap<>();
    private final Parameters change = new Parameters();
    private final Parameters afresh = new Parameters();
    private TextColor foreground = TextColor.ANSI.DEFAULT;
    private TextColor background = TextColor.ANSI.DEFAULT;
    private int attributes;

    Pen(Depth depth) {
        colors = depth != Depth.MONOCHROME;
    }

    /** The terminal was set back to its defaults. */
    void reset() {
        foreground = TextColor.ANSI.DEFAULT;
        background = TextColor.ANSI.DEFAULT;
        attributes = 0;
    }

    /** Whether {@code cell} is a blank of the default background: what an erased cell looks like. */
    boolean isErased(TextCharacter cell) {
        return cell.is(' ') && background(cell) == TextColor.ANSI.DEFAULT && (attributes(cell) & INKED) == 0;
    }

    /** Whether {@code cell} can be drawn without a change. */
    boolean fits(TextCharacter cell) {
        int wanted = attributes(cell);
        if (cell.is(' ') && (wanted & INKED) == 0) {
            return (attributes & INKED) == 0 && background.equals(background(cell));
        }
        return wanted == attributes && foreground.equals(foreground(cell)) && background.equals(background(cell));
    }

    /** Writes the change to what {@code cell} is drawn with. The ink of a blank does not show and is left as it is. */
    void take(TextCharacter cell, FrameStream out) {
        if (fits(cell)) {
            return;
        }
        int wanted = attributes(cell);
        TextColor ink = foreground(cell);
        if (cell.is(' ') && (wanted & INKED) == 0) {
            wanted = attributes & ~INKED;
            ink = foreground;
        }
        change(wanted, ink, background(cell), out);
    }

    private void change(int wanted, TextColor ink, TextColor paper, FrameStream out) {
        change.clear();
        afresh.clear();
        addAttributes(wanted);
        if (!ink.equals(foreground)) {
            change.add(foregroundParameters(ink));
        }
        if (!paper.equals(background)) {
            change.add(backgroundParameters(paper));
        }
        addAfresh(wanted, ink, paper);
        out.text("\u001b[");
        (afresh.length() < change.length() ? afresh : change).writeTo(out);
        out.write('m');
        attributes = wanted;
        foreground = ink;
        background = paper;
    }

    private void addAttributes(int wanted) {
        for (int bit = 0; bit < ON.length; bit++) {
            if (((wanted ^ attributes) >> bit & 1) != 0) {
                change.add((wanted >> bit & 1) != 0 ? ON[bit] : OFF[bit]);
            }
        }
    }

    /** The same from the defaults on; an empty first parameter is the reset. */
    private void addAfresh(int wanted, TextColor ink, TextColor paper) {
        afresh.addReset();
        for (int bit = 0; bit < ON.length; bit++) {
            if ((wanted >> bit & 1) != 0) {
                afresh.add(ON[bit]);
            }
        }
        if (ink != TextColor.ANSI.DEFAULT) {
            afresh.add(foregroundParameters(ink));
        }
        if (paper != TextColor.ANSI.DEFAULT) {
            afresh.add(backgroundParameters(paper));
        }
    }

    private TextColor foreground(TextCharacter cell) {
        return colors ? cell.getForegroundColor() : TextColor.ANSI.DEFAULT;
    }

    private TextColor background(TextCharacter cell) {
        return colors ? cell.getBackgroundColor() : TextColor.ANSI.DEFAULT;
    }

    private static int attributes(TextCharacter cell) {
        return (cell.isBold() ? BOLD : 0) | (cell.isItalic() ? ITALIC : 0) | (cell.isUnderlined() ? UNDERLINE : 0)
                | (cell.isBlinking() ? BLINK : 0) | (cell.isReversed() ? REVERSE : 0) | (cell.isCrossedOut() ? CROSSED_OUT : 0);
    }

    private byte[] foregroundParameters(TextColor color) {
        byte[] known = foregrounds.get(color);
        return known != null ? known : remember(foregrounds, color, color.getForegroundSGRSequence());
    }

    private byte[] backgroundParameters(TextColor color) {
        byte[] known = backgrounds.get(color);
        return known != null ? known : remember(backgrounds, color, color.getBackgroundSGRSequence());
    }

    private static byte[] remember(Map<TextColor, byte[]> table, TextColor color, byte[] parameters) {
        if (table.size() >= 1 << 12) {
            table.clear();
        }
        table.put(color, parameters);
        return parameters;
    }

    /** The parameters of one SGR sequence while they are put together. */
    private static final class Parameters extends ByteArrayOutputStream {
        private boolean started;

        void clear() {
            reset();
            started = false;
        }

        int length() {
            return count;
        }

        void addReset() {
            started = true;
        }

        void add(byte[] parameters) {
            separate();
            write(parameters, 0, parameters.length);
        }

        void add(int parameter) {
            separate();
            if (parameter >= 10) {
                write('0' + parameter / 10);
            }
            write('0' + parameter % 10);
        }

        void writeTo(FrameStream out) {
            out.write(buf, 0, count);
        }

        private void separate() {
            if (started) {
                write(';');
            }
            started = true;
        }
    }
}
