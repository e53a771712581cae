package coreloom.view;

import java.util.TimeZone;

/** Writes numbers into a line, right-aligned and without allocating. Every method returns the line. */
final class Figures {
    private static final long[] POWERS = {1, 10, 100, 1000};

    private Figures() {}

    /** A number with that many decimals (0 to 3), right-aligned in {@code width} characters. */
    static StringBuilder fixed(StringBuilder line, double value, int decimals, int width) {
        if (Double.isNaN(value) || Math.abs(value) > 1e15) {
            return right(line, "n/a", width);
        }
        int start = line.length();
        long scaled = Math.round(Math.abs(value) * POWERS[decimals]);
        if (value < 0 && scaled != 0) {
            line.append('-');
        }
        line.append(scaled / POWERS[decimals]);
        if (decimals > 0) {
            line.append('.');
            long rest = scaled % POWERS[decimals];
            for (int digit = decimals - 1; digit >= 0; digit--) {
                line.append((char) ('0' + rest / POWERS[digit] % 10));
            }
        }
        return pad(line, start, width);
    }

    /** A share between 0 and 1 as whole percent with its sign: {@code 74 %}. */
    static StringBuilder percent(StringBuilder line, double share, int width) {
        if (Double.isNaN(share)) {
            return right(line, "n/a", width);
        }
        int start = line.length();
        line.append(Math.round(share * 100)).append(" %");
        return pad(line, start, width);
    }

    /** A count or rate in at most five characters: {@code 12345}, {@code 123k}, {@code 1.2M}. */
    static StringBuilder compact(StringBuilder line, double value, int width) {
        if (Double.isNaN(value)) {
            return right(line, "n/a", width);
        }
        int start = line.length();
        if (value < 10) {
            fixed(line, value, value < 0.05 ? 0 : 1, 0);
        } else if (value < 99_999.5) {
            line.append(Math.round(value));
        } else if (value < 999_500) {
            line.append(Math.round(value / 1e3)).append('k');
        } else {
            scaled(line, value / 1e6, "M");
        }
        return pad(line, start, width);
    }

    /** A length of time in at most five characters: {@code 640us}, {@code 5.1ms}, {@code 1.2s}. */
    static StringBuilder nanos(StringBuilder line, double nanos, int width) {
        int start = line.length();
        if (nanos < 999.5) {
            line.append(Math.round(nanos)).append("ns");
        } else if (nanos < 999.5e3) {
            scaled(line, nanos / 1e3, "us");
        } else if (nanos < 999.5e6) {
            scaled(line, nanos / 1e6, "ms");
        } else {
            scaled(line, nanos / 1e9, "s");
        }
        return pad(line, start, width);
    }

    /** Minutes and seconds of the local time of day, {@code 07:21}. */
    static StringBuilder minutes(StringBuilder line, long epochMillis) {
        long seconds = Math.floorMod((epochMillis + TimeZone.getDefault().getOffset(epochMillis)) / 1000, 3600L);
        return two(two(line, seconds / 60).append(':'), seconds % 60);
    }

    private static StringBuilder two(StringBuilder line, long number) {
        return line.append(number < 10 ? "0" : "").append(number);
    }

    private static void scaled(StringBuilder line, double value, String unit) {
        fixed(line, value, value < 9.95 ? 1 : 0, 0).append(unit);
    }

    static StringBuilder right(StringBuilder line, CharSequence text, int width) {
        int start = line.length();
        line.append(text);
        return pad(line, start, width);
    }

    /** Text filled with blanks to exactly {@code width} characters; where it is cut, {@code …} says so. */
    static StringBuilder left(StringBuilder line, CharSequence text, int width) {
        cut(line, text, width);
        for (int i = text.length(); i < width; i++) {
            line.append(' ');
        }
        return line;
    }

    /** Text of at most {@code width} characters; where it is cut, {@code …} says so. */
    static StringBuilder cut(StringBuilder line, CharSequence text, int width) {
        return text.length() <= width ? line.append(text) : width <= 0 ? line : line.append(text, 0, width - 1).append('…');
    }

    private static StringBuilder pad(StringBuilder line, int start, int width) {
        int missing = width - (line.length() - start);
        for (int i = 0; i < missing; i++) {
            line.insert(start, ' ');
        }
        return line;
    }
}
