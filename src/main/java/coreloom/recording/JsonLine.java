package coreloom.recording;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One line of JSON being written into a byte buffer that is used again and again. Written by hand because a line is made for each snapshot
 * on the sampling thread, which must not leave garbage per thread. What would exceed {@link SessionFormat#MAX_LINE_BYTES} is not
 * appended, and {@link #fits} turns false. Control characters, those of C1 included, and lone surrogates are escaped.
 */
final class JsonLine {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    private static final int LONGEST_NUMBER = 20;

    /** What a line is to the lines behind it. */
    enum Kind {
        /** Begins a session or a piece of it. */
        HEADER,
        /** Tells all: who begins to read here misses nothing. */
        FULL,
        /** Tells what changed. */
        CHANGES
    }

    private Kind kind = Kind.CHANGES;
    private byte[] bytes = new byte[4096];
    private int length;
    private boolean fits = true;
    private boolean needsComma;

    void clear() {
        length = 0;
        fits = true;
        needsComma = false;
        kind = Kind.CHANGES;
    }

    void kind(Kind newKind) {
        kind = newKind;
    }

    Kind kind() {
        return kind;
    }

    /** Its bytes, newline included, until it is written to again. */
    ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    boolean fits() {
        return fits;
    }

    JsonLine openObject() {
        return open('{');
    }

    JsonLine closeObject() {
        return close('}');
    }

    JsonLine openArray() {
        return open('[');
    }

    JsonLine closeArray() {
        return close(']');
    }

    /** A key of plain ASCII letters; its value comes next. */
    JsonLine key(String key) {
        comma();
        put('"');
        plain(key);
        put('"');
        put(':');
        needsComma = false;
        return this;
    }

    JsonLine field(String key, long value) {
        return key(key).value(value);
    }

    JsonLine field(String key, String value) {
        return key(key).value(value);
    }

    JsonLine value(boolean value) {
        comma();
        plain(value ? "true" : "false");
        return this;
    }

    private void plain(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            put(ascii.charAt(i));
        }
    }

    JsonLine value(long value) {
        comma();
        if (room(LONGEST_NUMBER)) {
            int digits = digits(value);
            int at = length + digits;
            long rest = value;
            do {
                bytes[--at] = HEX[(int) Math.abs(rest % 10)];
                rest /= 10;
            } while (rest != 0);
            if (value < 0) {
                bytes[length] = '-';
            }
            length += digits;
        }
        return this;
    }

    private static int digits(long value) {
        int digits = value < 0 ? 2 : 1;
        for (long rest = value / 10; rest != 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    JsonLine value(String text) {
        comma();
        put('"');
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))) {
                utf8(Character.toCodePoint(c, text.charAt(at + 1)));
                at += 2;
            } else {
                character(c);
                at++;
            }
        }
        put('"');
        return this;
    }

    /** A text of one character. */
    JsonLine letter(char c) {
        comma();
        put('"');
        character(c);
        put('"');
        return this;
    }

    private void character(char c) {
        if (c == '"' || c == '\\') {
            put('\\');
            put(c);
        } else if (c < 0x20 || c >= 0x7f && c < 0xa0 || Character.isSurrogate(c)) {
            escape(c);
        } else {
            utf8(c);
        }
    }

    private void escape(char c) {
        put('\\');
        put('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            put(HEX[c >> shift & 15]);
        }
    }

    private void utf8(int point) {
        if (point < 0x80) {
            put(point);
        } else if (point < 0x800) {
            put(0xc0 | point >> 6);
            put(0x80 | point & 0x3f);
        } else if (point < 0x10000) {
            put(0xe0 | point >> 12);
            put(0x80 | point >> 6 & 0x3f);
            put(0x80 | point & 0x3f);
        } else {
            put(0xf0 | point >> 18);
            put(0x80 | point >> 12 & 0x3f);
            put(0x80 | point >> 6 & 0x3f);
            put(0x80 | point & 0x3f);
        }
    }

    /** Adds the checksum, closes the outermost object and ends the line. */
    void end() {
        field(SessionKeys.CHECKSUM, LineChecksum.of(bytes, length));
        closeObject();
        put('\n');
    }

    private JsonLine open(char bracket) {
        comma();
        put(bracket);
        needsComma = false;
        return this;
    }

    private JsonLine close(char bracket) {
        put(bracket);
        needsComma = true;
        return this;
    }

    private void comma() {
        if (needsComma) {
            put(',');
        }
        needsComma = true;
    }

    private void put(int value) {
        if (room(1)) {
            bytes[length++] = (byte) value;
        }
    }

    private boolean room(int more) {
        if (fits && length + more > bytes.length) {
            fits = length + more <= SessionFormat.MAX_LINE_BYTES;
            if (fits) {
                bytes = Arrays.copyOf(bytes, Math.min(SessionFormat.MAX_LINE_BYTES, Math.max(bytes.length * 2, length + more)));
            }
        }
        return fits;
    }
}
