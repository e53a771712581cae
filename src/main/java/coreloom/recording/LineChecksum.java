package coreloom.recording;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The CRC-32 that ends a line: of all bytes before its own key, so that a line that was hit by damage is known even where it is still JSON.
 *
 * <pre>
 *   {"seq":0, … "last_fault":""},"crc":2774163982}
 *   └────── these bytes ───────┘
 * </pre>
 *
 * A line without one, as other tools may make, is taken as it is.
 */
public final class LineChecksum {
    private static final byte[] KEY = (",\"" + SessionKeys.CHECKSUM + "\":").getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_TAIL = KEY.length + 14;

    private LineChecksum() {}

    /** Whether the line ends with a checksum. */
    public static boolean isPresent(byte[] line, int length) {
        return keyAt(line, length) >= 0;
    }

    /** Whether the line has no checksum or the right one. */
    public static boolean agrees(byte[] line, int length) {
        int at = keyAt(line, length);
        return at < 0 || of(line, at) == number(line, at + KEY.length, length);
    }

    static long of(byte[] line, int length) {
        CRC32 crc = new CRC32();
        crc.update(line, 0, length);
        return crc.getValue();
    }

    private static int keyAt(byte[] line, int length) {
        for (int at = length - KEY.length; at >= Math.max(0, length - LONGEST_TAIL); at--) {
            if (Arrays.equals(line, at, at + KEY.length, KEY, 0, KEY.length)) {
                return at;
            }
        }
        return -1;
    }

    private static long number(byte[] line, int from, int length) {
        long number = 0;
        int at = from;
        while (at < length && line[at] >= '0' && line[at] <= '9') {
            number = number * 10 + line[at++] - '0';
        }
        return at == from ? -1 : number;
    }
}
