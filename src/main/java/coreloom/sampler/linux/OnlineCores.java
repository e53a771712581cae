package coreloom.sampler.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which cores are online, from {@code /sys/devices/system/cpu/online}. */
public final class OnlineCores {
    /** More than any kernel can be built for; a number beyond it is damage, not a core. */
    private static final int MOST = 1 << 16;

    private final Path file;

    public OnlineCores(Path file) {
        this.file = file;
    }

    /** Their ids, ascending; empty when that cannot be known. */
    public int[] read() {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            return new int[0];
        }
    }

    /** Takes a list such as {@code 0-3,8,10-11} apart; empty when it is not one. */
    static int[] parse(String list) {
        if (!list.strip().matches("\\d{1,9}(-\\d{1,9})?(,\\d{1,9}(-\\d{1,9})?)*")) {
            return new int[0];
        }
        int[] ids = Stream.of(list.strip().split(",")).flatMapToInt(OnlineCores::range).sorted().distinct().toArray();
        return ids.length == 0 || ids[ids.length - 1] >= MOST ? new int[0] : ids;
    }

    private static IntStream range(String part) {
        String[] ends = part.split("-");
        int first = Integer.parseInt(ends[0]);
        int last = Integer.parseInt(ends[ends.length - 1]);
        return IntStream.rangeClosed(first, Math.min(last, MOST));
    }
}
