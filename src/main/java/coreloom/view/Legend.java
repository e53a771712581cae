package coreloom.view;

import coreloom.snapshot.WaitKind;

/** How each way of spending time is drawn: a style and a glyph of its own, so that it can be told without colour. */
final class Legend {
    private static final Style[] STYLES = {Style.INTERPRETER_LOCK, Style.LOCK, Style.DISK, Style.IO, Style.SLEEP, Style.CHILD, Style.OTHER,
            Style.COLLECTOR, Style.EVENT_LOOP, Style.POOL};
    private static final String GLYPHS = "GLD≈sc·XEP";
    private static final String WORDS_WIDE = "on-CPU,run queue,interpreter lock,lock,I/O,sleep,other";
    private static final String WORDS_NARROW = "CPU,queue,gil,lock,I/O,sleep,other";

    /** A share from which on it is likely to be seen in a bar. */
    static final double DRAWN = 0.02;

    private Legend() {}

    static Style style(WaitKind kind) {
        return STYLES[kind.ordinal()];
    }

    static char glyph(WaitKind kind) {
        return GLYPHS.charAt(kind.ordinal());
    }

    /** The kind as one of a set: that of several is their sum. */
    static int bit(WaitKind kind) {
        return 1 << kind.ordinal();
    }

    /**
     * One line that names the common ways; where others were seen, those that were seen.
     *
     * @param seen the kinds that are drawn above the line
     */
    static void draw(Canvas line, int seen) {
        int others = seen;
        for (WaitKind kind : NAMED) {
            others &= ~bit(kind);
        }
        if (others == 0) {
            drawCommon(line);
        } else {
            drawSeen(line, seen);
        }
    }

    private static void drawSeen(Canvas line, int seen) {
        int x = name(line, width(seen) < line.width() ? 1 : 0, Style.ON_CPU, '█', "CPU");
        x = name(line, x, Style.RUN_QUEUE, '▓', "queue");
        for (int i = 0; i < WaitKind.COUNT; i++) {
            WaitKind kind = WaitKind.of(i);
            if ((seen & bit(kind)) != 0) {
                x = name(line, x, style(kind), glyph(kind), word(kind));
            }
        }
    }

    private static String word(WaitKind kind) {
        return kind == WaitKind.IO ? "I/O" : kind.key();
    }

    /** Columns that the names of those kinds take. */
    private static int width(int seen) {
        int width = "█CPU ▓queue".length();
        for (int i = 0; i < WaitKind.COUNT; i++) {
            width += (seen & bit(WaitKind.of(i))) != 0 ? 2 + word(WaitKind.of(i)).length() : 0;
        }
        return width;
    }

    private static int name(Canvas line, int x, Style style, char glyph, String word) {
        line.put(x, 0, style, glyph);
        return line.text(x + 1, 0, Style.DIM, word) + 1;
    }

    /** One line that names every common way, in full words where they fit. */
    private static void drawCommon(Canvas line) {
        String words = WORDS_WIDE.length() + 16 <= line.width() ? WORDS_WIDE : WORDS_NARROW;
        int x = 1;
        int part = 0;
        for (int from = 0; from < words.length(); part++) {
            int comma = words.indexOf(',', from);
            int to = comma < 0 ? words.length() : comma;
            line.put(x, 0, styleOf(part), glyphOf(part));
            x = line.text(x + 1, 0, Style.DIM, line.line().append(words, from, to)) + 1;
            from = to + 1;
        }
    }

    private static final WaitKind[] NAMED = {WaitKind.INTERPRETER_LOCK, WaitKind.LOCK, WaitKind.IO, WaitKind.SLEEP, WaitKind.OTHER};

    private static Style styleOf(int part) {
        return part == 0 ? Style.ON_CPU : part == 1 ? Style.RUN_QUEUE : style(NAMED[part - 2]);
    }

    private static char glyphOf(int part) {
        return part == 0 ? '█' : part == 1 ? '▓' : glyph(NAMED[part - 2]);
    }
}
