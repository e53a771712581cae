package coreloom.sampler.linux;

/** Walks over the blank-separated fields of a line of bytes, without allocation. For one thread. */
public final class Fields {
    private byte[] line = new byte[0];
    private int at;
    private int end;
    private boolean whole;

    /** Begins before the first field of {@code bytes[from]} to {@code bytes[to - 1]}. */
    public void start(byte[] bytes, int from, int to) {
        line = bytes;
        at = from;
        end = to;
        whole = true;
    }

    /** The next field, a number that fits into a long; 0 when it is none, and then {@link #whole} is false. */
    public long number() {
        skipBlanks();
        boolean negative = at < end && line[at] == '-';
        int first = negative ? at + 1 : at;
        long value = 0;
        for (at = first; at < end && !blank(line[at]); at++) {
            value = append(value, line[at] - '0');
        }
        whole &= at > first;
        if (!whole) {
            return 0;
        }
        return negative ? -value : value;
    }

    private long append(long value, int digit) {
        if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
            whole = false;
            return 0;
        }
        return value * 10 + digit;
    }

    /** The next field, which is one letter. */
    public char letter() {
        skipBlanks();
        if (at >= end || at + 1 < end && !blank(line[at + 1])) {
            whole = false;
            return '?';
        }
        return (char) (line[at++] & 0xff);
    }

    /** Passes over that many fields, whatever they hold. */
    public void skip(int count) {
        for (int i = 0; i < count; i++) {
            skipBlanks();
            whole &= at < end;
            while (at < end && !blank(line[at])) {
                at++;
            }
        }
    }

    /** Whether every field asked for so far was there and well-formed. */
    public boolean whole() {
        return whole;
    }

    private void skipBlanks() {
        while (at < end && blank(line[at])) {
            at++;
        }
    }

    private static boolean blank(byte b) {
        return b == ' ' || b == '\n' || b == '\t';
    }
}
