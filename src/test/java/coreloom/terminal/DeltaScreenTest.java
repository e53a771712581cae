package coreloom.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.screen.Screen.RefreshType;
import coreloom.view.Look;
import coreloom.view.Look.Depth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeltaScreenTest {
    private static final int COLUMNS = 40;
    private static final int ROWS = 12;
    private static final int SYNC_BYTES = 16;
    private static final TextColor[] COLORS = {
        TextColor.ANSI.DEFAULT, TextColor.ANSI.DEFAULT, TextColor.ANSI.RED, TextColor.ANSI.CYAN_BRIGHT,
        new TextColor.Indexed(208), new TextColor.RGB(1, 20, 255)};
    private static final String[] TEXTS = {" ", " ", " ", "a", "Z", "~", "·", "é", "▁", "█", "⣿", "─", "→", "漢", "한", "☃", "🙂"};
    private static final SGR[] ATTRIBUTES = {SGR.BOLD, SGR.ITALIC, SGR.UNDERLINE, SGR.BLINK, SGR.REVERSE, SGR.CROSSED_OUT};

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final FrameStream frames = new FrameStream(written);
    private final Tty tty = new Tty(frames, new TerminalSize(COLUMNS, ROWS));
    private Emulator emulator = new Emulator(COLUMNS, ROWS);

    @Test
    void theTerminalShowsTheBackBufferWhateverWasShownBefore() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        DeltaScreen screen = screen(Depth.TRUECOLOR, true);
        for (int frame = 0; frame < 400; frame++) {
            int changes = 1 << random.nextInt(10);
            for (int i = 0; i < changes; i++) {
                screen.setCharacter(random.nextInt(COLUMNS), random.nextInt(ROWS), anyCell(random));
            }
            if (random.nextInt(20) == 0) {
                screen.blank();
            }
            send(screen);
            assertShown(screen, "seed " + seed + ", frame " + frame);
        }
    }

    @Test
    void anUnchangedFrameIsNoByteAtAll() throws IOException {
        DeltaScreen screen = screen(Depth.INDEXED, true);
        put(screen, 3, 2, "hello");
        send(screen);
        screen.blank();
        put(screen, 3, 2, "hello");
        assertEquals("", send(screen));
    }

    @Test
    void aChangedCellCostsItsByteAndAMove() throws IOException {
        DeltaScreen screen = screen(Depth.INDEXED, true);
        send(screen);
        put(screen, 11, 9, "x");
        assertEquals("\u001b[?2026h\u001b[10;12Hx\u001b[?2026l", send(screen));
        put(screen, 12, 9, "y");
        assertEquals("\u001b[?2026hy\u001b[?2026l", send(screen));
        put(screen, 15, 9, "z");
        assertEquals(SYNC_BYTES + 3, send(screen).length(), "a gap of two blanks is written");
        put(screen, 36, 9, "w");
        assertEquals("\u001b[?2026h\u001b[20Cw\u001b[?2026l", send(screen));
        put(screen, 0, 10, "v");
        assertEquals("\u001b[?2026h\n\rv\u001b[?2026l", send(screen));
    }

    @Test
    void aColumnOfCellsCostsTwoBytesForEachRow() throws IOException {
        DeltaScreen screen = screen(Depth.INDEXED, true);
        send(screen);
        for (int row = 3; row < 7; row++) {
            put(screen, 20, row, "x");
        }
        assertEquals("\u001b[?2026h\u001b[4;21Hx\n\bx\n\bx\n\bx\u001b[?2026l", send(screen));
        put(screen, 20, 3, "y");
        put(screen, 23, 5, "z");
        assertEquals("\u001b[?2026h\u001b[4;21Hy\n\n\u001b[2Cz\u001b[?2026l", send(screen), "down, then on");
    }

    @Test
    void colorsAndAttributesGoOutInOneSequence() throws IOException {
        DeltaScreen screen = screen(Depth.INDEXED, true);
        send(screen);
        screen.setCharacter(0, 0, cell("x", new TextColor.Indexed(9), TextColor.ANSI.BLUE, SGR.BOLD));
        assertEquals("\u001b[?2026h\u001b[H\u001b[1;38;5;9;44mx\u001b[?2026l", send(screen));
        screen.setCharacter(1, 0, cell(" ", TextColor.ANSI.RED, TextColor.ANSI.BLUE));
        screen.setCharacter(2, 0, cell("y", TextColor.ANSI.DEFAULT, TextColor.ANSI.DEFAULT));
        assertEquals("\u001b[?2026h \u001b[my\u001b[?2026l", send(screen), "the ink of a blank is not worth a byte");
    }

    @Test
    void theBlankEndOfARowIsErased() throws IOException {
        DeltaScreen screen = screen(Depth.INDEXED, true);
        put(screen, 0, 4, "a rather long line of text");
        send(screen);
        screen.blank();
        put(screen, 0, 4, "a");
        assertEquals("\u001b[?2026h\r\u001b[2C\u001b[K\u001b[?2026l", send(screen));
    }

    @Test
    void aRepaintStartsFromNothing() throws IOException {
        DeltaScreen screen = screen(Depth.TRUECOLOR, true);
        put(screen, 1, 1, "here");
        send(screen);
        emulator = new Emulator(COLUMNS, ROWS);
        screen.repaintNext();
        assertTrue(send(screen).startsWith("\u001b[?2026h\u001b[m\u001b[H\u001b[2J"));
        assertEquals("\n here", emulator.text());
    }

    @Test
    void aResizedScreenIsDrawnWhole() throws IOException {
        DeltaScreen screen = screen(Depth.TRUECOLOR, true);
        put(screen, 1, 1, "here");
        send(screen);
        for (TerminalSize size : new TerminalSize[] {new TerminalSize(7, 3), new TerminalSize(1, 1), new TerminalSize(120, 40)}) {
            tty.resize(size);
            screen.doResizeIfNecessary();
            screen.repaintNext();
            emulator = new Emulator(size.getColumns(), size.getRows());
            screen.blank();
            put(screen, size.getColumns() - 1, size.getRows() - 1, "!");
            send(screen);
            assertShown(screen, size.toString());
        }
    }

    @Test
    void monochromeSendsNoColor() throws IOException {
        DeltaScreen screen = screen(Depth.MONOCHROME, true);
        screen.setCharacter(0, 0, cell("x", TextColor.ANSI.RED, TextColor.ANSI.BLUE, SGR.BOLD));
        assertTrue(send(screen).endsWith("\u001b[1mx\u001b[?2026l"));
    }

    @Test
    void asciiIsAsciiAndKeepsItsColumns() throws IOException {
        DeltaScreen screen = screen(Depth.ANSI, false);
        put(screen, 0, 0, "aé漢█b");
        String sent = send(screen);
        assertTrue(sent.chars().allMatch(character -> character < 0x7f), sent);
        assertEquals("a?? ?b", emulator.text());
    }

    @Test
    void noCellCanSendAControlCharacter() throws IOException {
        DeltaScreen screen = screen(Depth.TRUECOLOR, true);
        String[] harmful = {"\u009b", "\u0085", "\u00ad", "\u200e", "\u202e", "\u2028", "\ufeff", "\ud800"};
        for (int i = 0; i < harmful.length; i++) {
            screen.setCharacter(i * 2, 0, TextCharacter.fromString(harmful[i])[0]);
        }
        send(screen);
        assertEquals("?".repeat(harmful.length), emulator.text().replace(" ", ""));
    }

    /** A frame of all cells allocates no more than a frame of one. */
    @Test
    void nothingIsAllocatedPerCell() throws IOException {
        DeltaScreen screen = screen(Depth.TRUECOLOR, true);
        TextCharacter[] cells = new TextCharacter[70];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(TEXTS[3 + i % 10], COLORS[i % COLORS.length], COLORS[i / 7 % COLORS.length], ATTRIBUTES[i % 5]);
        }
        leastAllocated(screen, cells, COLUMNS * ROWS);
        long forOne = leastAllocated(screen, cells, 1);
        long forAll = leastAllocated(screen, cells, COLUMNS * ROWS);
        assertTrue(forAll - forOne < COLUMNS * ROWS, () -> forAll + " bytes for all cells, " + forOne + " for one");
    }

    private long leastAllocated(DeltaScreen screen, TextCharacter[] cells, int changes) throws IOException {
        Random random = new Random(7);
        long least = Long.MAX_VALUE;
        for (int frame = 0; frame < 100; frame++) {
            for (int i = 0; i < changes; i++) {
                screen.setCharacter(i % COLUMNS, i / COLUMNS, cells[random.nextInt(cells.length)]);
            }
            written.reset();
            long before = allocatedBytes();
            screen.refresh(RefreshType.DELTA);
            least = Math.min(least, allocatedBytes() - before);
        }
        return least;
    }

    private static long allocatedBytes() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private DeltaScreen screen(Depth depth, boolean unicode) throws IOException {
        return new DeltaScreen(tty, frames, new Look(depth, unicode));
    }

    private String send(DeltaScreen screen) throws IOException {
        written.reset();
        screen.refresh(RefreshType.DELTA);
        emulator.write(written.toByteArray());
        assertTrue(!emulator.modes().contains("?2026"), "the frame is shown");
        return written.toString(StandardCharsets.UTF_8);
    }

    private void assertShown(DeltaScreen screen, String where) {
        TerminalSize size = screen.getTerminalSize();
        for (int y = 0; y < size.getRows(); y++) {
            for (int x = 0; x < size.getColumns(); x++) {
                TextCharacter wanted = screen.getBackCharacter(x, y);
                boolean padding = x > 0 && Glyphs.width(screen.getBackCharacter(x - 1, y)) > 1;
                String at = where + ", column " + x + ", row " + y + ": " + wanted;
                if (!padding) {
                    assertEquals(visible(expected(wanted, x, size.getColumns())), visible(emulator.cell(x, y)), at);
                }
            }
        }
    }

    private static Emulator.Cell expected(TextCharacter cell, int column, int columns) {
        StringBuilder attributes = new StringBuilder();
        int[] numbers = {1, 3, 4, 5, 7, 9};
        for (int i = 0; i < ATTRIBUTES.length; i++) {
            attributes.append(cell.getModifiers().contains(ATTRIBUTES[i]) ? numbers[i] + " " : "");
        }
        String text = Glyphs.width(cell) > 1 && column + 1 == columns ? "?" : cell.getCharacterString();
        return new Emulator.Cell(text, name(cell.getForegroundColor()), name(cell.getBackgroundColor()), attributes.toString().strip());
    }

    /** A blank shows its background and what is drawn through it, not its ink. */
    private static Emulator.Cell visible(Emulator.Cell cell) {
        if (!cell.text().isBlank()) {
            return cell;
        }
        String through = cell.attributes().replaceAll("[135]", "").strip().replaceAll(" +", " ");
        return through.isEmpty()
                ? new Emulator.Cell(" ", "any", cell.background(), "")
                : new Emulator.Cell(" ", cell.foreground(), cell.background(), cell.attributes());
    }

    private static String name(TextColor color) {
        String parameters = new String(color.getForegroundSGRSequence(), StandardCharsets.US_ASCII);
        if (parameters.startsWith("38;")) {
            return parameters.substring(3);
        }
        int number = Integer.parseInt(parameters);
        return number == 39 ? "default" : "" + (number >= 90 ? number - 82 : number - 30);
    }

    private static TextCharacter anyCell(Random random) {
        EnumSet<SGR> attributes = EnumSet.noneOf(SGR.class);
        for (int i = random.nextInt(12); i < ATTRIBUTES.length; i += 1 + random.nextInt(4)) {
            attributes.add(ATTRIBUTES[i]);
        }
        TextColor foreground = COLORS[random.nextInt(COLORS.length)];
        TextColor background = COLORS[random.nextInt(3) == 0 ? random.nextInt(COLORS.length) : 0];
        return TextCharacter.fromString(TEXTS[random.nextInt(TEXTS.length)], foreground, background, attributes)[0];
    }

    private static TextCharacter cell(String text, TextColor foreground, TextColor background, SGR... attributes) {
        return TextCharacter.fromString(text, foreground, background, attributes)[0];
    }

    private static void put(DeltaScreen screen, int column, int row, String text) {
        screen.newTextGraphics().putString(column, row, text);
    }
}
