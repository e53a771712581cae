package coreloom.telemetry;

import java.nio.charset.StandardCharsets;

/**
 * One line of the line protocol, taken apart: a word, then whole numbers of at least 0, one blank between each. Reused: parsing allocates nothing.
 *
 * <pre>
 *   worker NUMBER PID TID      worker NUMBER, from 0, is that thread of that process
 *   ready                      all workers stand and wait for an order
 *   units NUMBER TOTAL         worker NUMBER has completed so many units since its start
 * </pre>
 */
final class ProtocolLine {
    /** What a line says. */
    enum Word {
        WORKER("worker", 3),
        READY("ready", 0),
        UNITS("units", 2);

        private static final Word[] ALL = values();

        private final byte[] bytes;
        private final int numbers;

        Word(String word, int numbers) {
            this.bytes = word.getBytes(StandardCharsets.US_ASCII);
            this.numbers = numbers;
        }
    }

    private static final int MOST_NUMBERS = 3;

    private final long[] numbers = new long[MOST_NUMBERS];
    private Word word = Word.READY;
    private byte[] line = new byte[0];
    private int at;
    private int end;

    /**
     * Takes the line in those bytes apart, without its newline.
     *
     * @return false when it is no line of the protocol; then nothing else may be asked
     */
    boolean parse(byte[] bytes, int from, int to) {
        line = bytes;
        at = from;
        end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
        return takeWord() && takeNumbers() && at == end;
    }

    Word word() {
        return word;
    }

    /** The number at that place, from 0. */
    long number(int place) {
        return numbers[place];
    }

    private boolean takeWord() {
        for (Word known : Word.ALL) {
            if (startsWith(known.bytes)) {
                word = known;
                at += known.bytes.length;
                return true;
            }
        }
        return false;
    }

    private boolean startsWith(byte[] wanted) {
        boolean same = end - at >= wanted.length;
        for (int i = 0; i < wanted.length && same; i++) {
            same = line[at + i] == wanted[i];
        }
        return same;
    }

    private boolean takeNumbers() {
        for (int i = 0; i < word.numbers; i++) {
            if (at == end || line[at++] != ' ' || !takeNumber(i)) {
                return false;
            }
        }
        return true;
    }

    /** Digits only; a number of more than 63 bits is none. */
    private boolean takeNumber(int place) {
        int first = at;
        long value = 0;
        while (at < end && line[at] >= '0' && line[at] <= '9') {
            int digit = line[at++] - '0';
            if (value > (Long.MAX_VALUE - digit) / 10) {
                return false;
            }
            value = value * 10 + digit;
        }
        numbers[place] = value;
        return at > first;
    }
}
