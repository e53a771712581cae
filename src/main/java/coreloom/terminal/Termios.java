package coreloom.terminal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The kernel's terminal settings, as the C library of Linux lays them out on all common machines:
 *
 * <pre>
 *   0        4        8        12       16     17                       52       56       60
 *   ├ input ─┼ output ┼ control┼ local ─┼ line ┼ 32 control characters ─┼ speeds ┼────────┤
 * </pre>
 */
final class Termios {
    /** Room for the structure, with some to spare. */
    static final int SIZE_BYTES = 128;

    private static final int INPUT = 0;
    private static final int OUTPUT = 4;
    private static final int LOCAL = 12;
    private static final int CHARACTERS = 17;
    private static final int CHARACTER_COUNT = 32;
    private static final int FLAGS_COUNT = 4;

    private static final int START_STOP = 0x400;
    private static final int RETURN_WITH_LINE_FEED = 0x4;
    private static final int SIGNALS_LINES_ECHO = 0x1 | 0x2 | 0x8;
    private static final int TIME = CHARACTERS + 5;
    private static final int LEAST = CHARACTERS + 6;

    private Termios() {}

    /** These settings with those of {@code stty -g} put in: flags and control characters in hexadecimal, separated by colons. */
    static Optional<byte[]> with(byte[] settings, String sttyText) {
        String[] words = sttyText.split(":");
        if (words.length != FLAGS_COUNT + CHARACTER_COUNT) {
            return Optional.empty();
        }
        byte[] result = settings.clone();
        try {
            for (int i = 0; i < FLAGS_COUNT; i++) {
                flags(result).putInt(i * Integer.BYTES, Integer.parseUnsignedInt(words[i], 16));
            }
            for (int i = 0; i < CHARACTER_COUNT; i++) {
                result[CHARACTERS + i] = (byte) Integer.parseInt(words[FLAGS_COUNT + i], 16);
            }
            return Optional.of(result);
        } catch (NumberFormatException notOurFormat) {
            return Optional.empty();
        }
    }

    /** These settings with keys coming one by one, unechoed, and none of them a signal or a stop, and a line feed going straight down. */
    static byte[] raw(byte[] settings) {
        byte[] result = settings.clone();
        ByteBuffer flags = flags(result);
        flags.putInt(INPUT, flags.getInt(INPUT) & ~START_STOP);
        flags.putInt(OUTPUT, flags.getInt(OUTPUT) & ~RETURN_WITH_LINE_FEED);
        flags.putInt(LOCAL, flags.getInt(LOCAL) & ~SIGNALS_LINES_ECHO);
        result[TIME] = 0;
        result[LEAST] = 1;
        return result;
    }

    private static ByteBuffer flags(byte[] settings) {
        return ByteBuffer.wrap(settings).order(ByteOrder.nativeOrder());
    }
}
