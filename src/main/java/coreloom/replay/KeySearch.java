package coreloom.replay;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds a key of an object in a line of JSON without taking the line apart (Horspool's search, which looks at about one byte of each key's length). A text
 * cannot contain the key, as its quotes are escaped.
 */
final class KeySearch {
    private final byte[] wanted;
    /** By the byte in the place of the last of the key: how far on the key can be at the earliest. */
    private final byte[] steps = new byte[256];

    KeySearch(String key) {
        wanted = ("\"" + key + "\":").getBytes(StandardCharsets.US_ASCII);
        Arrays.fill(steps, (byte) wanted.length);
        for (int i = 0; i < wanted.length - 1; i++) {
            steps[wanted[i]] = (byte) (wanted.length - 1 - i);
        }
    }

    /** Index behind the first of them within the first bytes of the line; negative where there is none. */
    int behind(byte[] line, int length) {
        int last = wanted.length - 1;
        for (int at = last; at < length; at += steps[line[at] & 0xff]) {
            if (line[at] == wanted[last] && Arrays.equals(line, at - last, at, wanted, 0, last)) {
                return at + 1;
            }
        }
        return -1;
    }
}
