package coreloom.terminal;

import com.googlecode.lanterna.TextCharacter;

/** The bytes of a cell's character, in UTF-8 or ASCII. What could move the cursor or reorder the line goes out as {@code ?}. */
final class Glyphs {
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    private final boolean unicode;

    Glyphs(boolean unicode) {
        this.unicode = unicode;
    }

    /** How many columns Lanterna gives the cell: 1 or 2. */
    static int width(TextCharacter cell) {
        String text = cell.getCharacterString();
        return (text.length() > 1 || text.charAt(0) >= 0x1100) && cell.isDoubleWidth() ? 2 : 1;
    }

    /** Whether every terminal agrees on the width of what is written for the cell: Latin, arrows to geometric shapes, braille. */
    boolean isWidthCertain(TextCharacter cell) {
        String text = cell.getCharacterString();
        char character = text.charAt(0);
        boolean agreed = character < 0x250 || character >= 0x2190 && character < 0x2600 || character >= 0x2800 && character < 0x2900;
        return !unicode || text.length() == 1 && agreed;
    }

    /** Bytes of the cell's character on the line. */
    int bytes(TextCharacter cell) {
        String text = cell.getCharacterString();
        char character = text.charAt(0);
        return !unicode || character < 0x80 ? 1 : character < 0x800 ? 2 : 3 * text.length();
    }

    /** Writes the cell's character, {@code width} columns wide. */
    void write(TextCharacter cell, int width, FrameStream out) {
        String text = cell.getCharacterString();
        if (text.length() == 1) {
            write(text.charAt(0), width, out);
        } else {
            writeCluster(text, width, out);
        }
    }

    private void writeCluster(String text, int width, FrameStream out) {
        if (!unicode || isUnsafe(text.codePointAt(0))) {
            replace(width, out);
            return;
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            encode(isUnsafe(codePoint) && codePoint != ZERO_WIDTH_JOINER ? '?' : codePoint, out);
        }
    }

    private void write(int codePoint, int width, FrameStream out) {
        if (codePoint >= ' ' && codePoint < 0x7f) {
            out.write(codePoint);
        } else if (unicode && !isUnsafe(codePoint)) {
            encode(codePoint, out);
        } else {
            replace(width, out);
        }
    }

    private static void replace(int width, FrameStream out) {
        out.write('?');
        if (width > 1) {
            out.write(' ');
        }
    }

    private static boolean isUnsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static void encode(int codePoint, FrameStream out) {
        if (codePoint < 0x80) {
            out.write(codePoint);
            return;
        }
        if (codePoint < 0x800) {
            out.write(0xc0 | codePoint >> 6);
        } else if (codePoint < 0x10000) {
            out.write(0xe0 | codePoint >> 12);
            out.write(0x80 | codePoint >> 6 & 0x3f);
        } else {
            out.write(0xf0 | codePoint >> 18);
            out.write(0x80 | codePoint >> 12 & 0x3f);
            out.write(0x80 | codePoint >> 6 & 0x3f);
        }
        out.write(0x80 | codePoint & 0x3f);
    }
}
