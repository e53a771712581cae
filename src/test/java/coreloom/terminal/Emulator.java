package coreloom.terminal;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A terminal after ECMA-48, as far as we use it: fails on every sequence that it does not know. */
public final class Emulator extends OutputStream {
    /** One cell: a character and how it is drawn; the right half of a wide character is the empty text. */
    record Cell(String text, String foreground, String background, String attributes) {
        static final Cell BLANK = new Cell(" ", "default", "default", "");
    }

    private final TreeSet<String> modes = new TreeSet<>();
    private final int columns;
    private final int rows;
    private final Cell[][] cells;
    private final StringBuilder sequence = new StringBuilder();
    private final List<Byte> character = new ArrayList<>();
    private final TreeMap<Integer, String> pen = new TreeMap<>();
    private String foreground = "default";
    private String background = "default";
    private int column;
    private int row;
    private boolean wrapPending;

    public Emulator(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        cells = new Cell[rows][columns];
        erase(0, rows);
    }

    Cell cell(int x, int y) {
        return cells[y][x];
    }

    /** The modes that are set, as their sequences number them. */
    public Set<String> modes() {
        return Set.copyOf(modes);
    }

    /** One line a row, blanks at the end of rows and of the screen cut off. */
    public String text() {
        return Arrays.stream(cells).map(line -> Arrays.stream(line).map(Cell::text).collect(Collectors.joining()).stripTrailing())
                .collect(Collectors.joining("\n")).stripTrailing();
    }

    @Override
    public void write(int value) {
        int unsigned = value & 0xff;
        if (!sequence.isEmpty()) {
            sequence.append((char) unsigned);
            if (sequence.length() > 2 && unsigned >= 0x40) {
                control(sequence.substring(2, sequence.length() - 1), (char) unsigned);
                sequence.setLength(0);
            } else if (sequence.length() == 2 && unsigned != '[') {
                throw new AssertionError("unknown escape " + sequence.substring(1));
            }
        } else if (unsigned == 0x1b) {
            sequence.append((char) unsigned);
        } else if (unsigned == '\r') {
            moveTo(0, row);
        } else if (unsigned == '\n') {
            moveTo(column, row + 1);
        } else if (unsigned == '\b') {
            moveTo(column - 1, row);
        } else if (unsigned < 0x20 || unsigned == 0x7f) {
            throw new AssertionError("control character " + unsigned);
        } else {
            collect((byte) unsigned);
        }
    }

    private void collect(byte value) {
        if (value >= 0 || (value & 0xc0) == 0xc0) {
            assertEmpty();
        }
        character.add(value);
        int first = character.get(0) & 0xff;
        if (character.size() == (first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4)) {
            byte[] bytes = new byte[character.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = character.get(i);
            }
            character.clear();
            print(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private void assertEmpty() {
        if (!character.isEmpty()) {
            throw new AssertionError("broken UTF-8 " + character);
        }
    }

    private void print(String text) {
        if (wrapPending) {
            throw new AssertionError("wrote past the end of row " + row);
        }
        int width = isWide(text.codePointAt(0)) ? 2 : 1;
        if (column + width > columns) {
            throw new AssertionError("half a character at the end of row " + row);
        }
        clearHalves(column);
        clearHalves(column + width - 1);
        cells[row][column] = new Cell(text, foreground, background, attributes());
        if (width == 2) {
            cells[row][column + 1] = new Cell("", foreground, background, attributes());
        }
        wrapPending = column + width == columns;
        column = wrapPending ? column : column + width;
    }

    private void clearHalves(int x) {
        if (cells[row][x].text().isEmpty()) {
            cells[row][x - 1] = Cell.BLANK;
        } else if (x + 1 < columns && cells[row][x + 1].text().isEmpty()) {
            cells[row][x + 1] = Cell.BLANK;
        }
    }

    private static boolean isWide(int codePoint) {
        return codePoint >= 0x3040 && codePoint < 0xa000 || codePoint >= 0xac00 && codePoint < 0xd7b0 || codePoint >= 0x1f300;
    }

    private void control(String parameters, char last) {
        switch (last) {
            case 'h' -> modes.add(parameters);
            case 'l' -> modes.remove(parameters);
            case 'm' -> style(parameters.isEmpty() ? new String[] {"0"} : parameters.split(";", -1));
            case 'H' -> {
                String[] position = (parameters + ";").split(";", -1);
                moveTo(number(position[1]) - 1, number(position[0]) - 1);
            }
            case 'C' -> moveTo(column + number(parameters), row);
            case 'G' -> moveTo(number(parameters) - 1, row);
            case 'J' -> erase(0, rows);
            case 'n' -> { }
            case 'K' -> Arrays.fill(cells[row], column, columns, erased());
            default -> throw new AssertionError("unknown control sequence " + parameters + last);
        }
    }

    private void erase(int from, int to) {
        for (int y = from; y < to; y++) {
            Arrays.fill(cells[y], erased());
        }
    }

    private Cell erased() {
        return new Cell(" ", "default", background, "");
    }

    private void moveTo(int x, int y) {
        if (x < 0 || y < 0 || x >= columns || y >= rows) {
            throw new AssertionError("moved to " + x + ", " + y);
        }
        column = x;
        row = y;
        wrapPending = false;
    }

    private void style(String[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            int number = numbers[i].isEmpty() ? 0 : Integer.parseInt(numbers[i]);
            if (number == 38 || number == 48) {
                int count = numbers[i + 1].equals("5") ? 2 : 4;
                color(number, String.join(";", Arrays.copyOfRange(numbers, i + 1, i + 1 + count)));
                i += count;
            } else {
                style(number);
            }
        }
    }

    private void style(int number) {
        if (number == 0) {
            pen.clear();
            color(39, "default");
            color(49, "default");
        } else if (number < 10) {
            pen.put(number, "" + number);
        } else if (number < 30) {
            pen.remove(number == 22 ? 1 : number - 20);
        } else {
            color(number, number % 10 == 9 && number < 50 ? "default" : "" + (number >= 90 ? number % 10 + 8 : number % 10));
        }
    }

    private void color(int number, String value) {
        if (number < 40 || number >= 90 && number < 100) {
            foreground = value;
        } else {
            background = value;
        }
    }

    private String attributes() {
        return String.join(" ", pen.values());
    }

    private static int number(String text) {
        return text.isEmpty() ? 1 : Integer.parseInt(text);
    }
}
