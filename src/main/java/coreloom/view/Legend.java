package coreloom.view;

import coreloom.snapshot.WaitKind;

/** How each way of spending time is drawn: a style and a glyph of its own, so that it can be told without colour. */
final class Legend {
    private static final Style[] STYLES = {Style.INTERPRETER_LOCK, Style.LOCK, Style.DISK, Style.IO, Style.SLEEP, Style.CHILD, Style.OTHER,
            Style.COLLECTOR, Style.EVENT_LOOP, Style.POOL};
    private static final String GLYPHS = "GLD≈sc·XEP";
    private static final String WORDS_WIDE = "on-CPU,run queue,interpreter lock,lock,I/O,sleep,other";
    private static final String WORDS_NARROW = "CPU,queue,gil,lock,I/O,sleep,other";

    private Legend() {}

    static Style style(WaitKind kind) {
        return STYLES[kind.ordinal()];
    }

    static char glyph(WaitKind kind) {
        return GLYPHS.charAt(kind.ordinal());
    }

    /** One line that names every way, in full words where they fit. */
    static void draw(Canvas line) {
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
