package coreloom.view;

import coreloom.history.BudgetPart;
import coreloom.history.LaneSummary;
import coreloom.snapshot.WaitKind;

/** How each way of spending time is drawn: a style and a glyph of its own, so that it can be told without colour. */
final class Legend {
    private static final Style[] STYLES = {Style.INTERPRETER_LOCK, Style.LOCK, Style.DISK, Style.IO, Style.SLEEP, Style.CHILD, Style.OTHER,
            Style.COLLECTOR, Style.EVENT_LOOP, Style.POOL};
    private static final String GLYPHS = "GLD≈sc·XEP";
    private static final String[] WIDE = {"interpreter lock", "lock", "disk", "I/O", "sleep", "child", "other", "collector", "event loop", "pool"};
    private static final String[] NARROW = {"gil", "lock", "disk", "I/O", "sleep", "child", "other", "gc", "loop", "pool"};
    /** By ordinal of the parts of an idle budget; those that are waits are drawn as these. */
    private static final Style[] PART_STYLES = {Style.ON_CPU, Style.TEXT, Style.BAD, Style.RUN_QUEUE, Style.RUN_QUEUE, Style.RUN_QUEUE,
            null, null, null, null, null, null, null, null, null, null, Style.DIM, Style.DIM, Style.DIM, Style.DIM, Style.DIM};
    private static final String PART_GLYPHS = "█▒HQA▓          ????░";
    /** Kinds that are named whether they occur or not, as bits by ordinal. */
    private static final int USUAL = bit(WaitKind.INTERPRETER_LOCK) | bit(WaitKind.LOCK) | bit(WaitKind.IO) | bit(WaitKind.SLEEP)
            | bit(WaitKind.OTHER);
    private static final double LITTLE = 0.005;
    /** What full words leave free at least. */
    private static final int MARGIN = 8;

    private Legend() {}

    static Style style(WaitKind kind) {
        return STYLES[kind.ordinal()];
    }

    static char glyph(WaitKind kind) {
        return GLYPHS.charAt(kind.ordinal());
    }

    /** How a part of an idle budget is drawn: a wait as that of a thread. */
    static Style style(BudgetPart part) {
        return part.waitKind().isPresent() ? style(part.waitKind().get()) : PART_STYLES[part.ordinal()];
    }

    static char glyph(BudgetPart part) {
        return part.waitKind().isPresent() ? glyph(part.waitKind().get()) : PART_GLYPHS.charAt(part.ordinal());
    }

    private static int bit(WaitKind kind) {
        return 1 << kind.ordinal();
    }

    /** The kinds in which a lane's workers have waited so far, as bits by ordinal. */
    static int occurring(LaneSummary lane) {
        int bits = 0;
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            bits |= lane.waitShares().of(WaitKind.of(kind)).orElse(0) >= LITTLE ? bit(WaitKind.of(kind)) : 0;
        }
        return bits;
    }

    /**
     * One line that names the usual ways and those that occur, in full words where they fit; where short ones do not fit either, those that
     * occur.
     */
    static void draw(Canvas line, int occurring) {
        int kinds = USUAL | occurring;
        boolean wide = width("on-CPU", "run queue", WIDE, kinds) + MARGIN <= line.width();
        if (wide) {
            draw(line, "on-CPU", "run queue", WIDE, kinds);
        } else {
            boolean all = width("CPU", "queue", NARROW, kinds) <= line.width() || occurring == 0;
            draw(line, "CPU", "queue", NARROW, all ? kinds : occurring);
        }
    }

    private static int width(String onCpu, String runQueue, String[] words, int kinds) {
        int width = onCpu.length() + runQueue.length() + 4;
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            width += (kinds & 1 << kind) != 0 ? words[kind].length() + 2 : 0;
        }
        return width;
    }

    private static void draw(Canvas line, String onCpu, String runQueue, String[] words, int kinds) {
        int x = entry(line, width(onCpu, runQueue, words, kinds) <= line.width() ? 1 : 0, Style.ON_CPU, '█', onCpu);
        x = entry(line, x, Style.RUN_QUEUE, '▓', runQueue);
        for (int kind = 0; kind < WaitKind.COUNT; kind++) {
            if ((kinds & 1 << kind) != 0) {
                x = entry(line, x, STYLES[kind], GLYPHS.charAt(kind), words[kind]);
            }
        }
    }

    private static int entry(Canvas line, int x, Style style, char glyph, String word) {
        line.put(x, 0, style, glyph);
        return line.text(x + 1, 0, Style.DIM, word) + 1;
    }
}
