package coreloom.sampler.linux.python;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of {@code /proc/PID/maps} (proc_pid_maps(5)).
 *
 * <pre>
 *   range                      access offset   device inode  path
 *   7f1c2a400000-7f1c2a5d1000  r-xp   00126000 fd:01  135742 /usr/lib/libpython3.12.so.1.0
 * </pre>
 *
 * @param range  where it is mapped
 * @param access readable, writable, executable, private or shared
 * @param offset where in the file it begins
 * @param file   which file
 * @param path   its name, {@code [heap]} and the like, or empty; a line end in it is {@code \012}, and a file that was removed since ends
 *               in {@code " (deleted)"}
 */
record Mapping(AddressRange range, String access, long offset, FileId file, String path) {
    /** More than the kernel's usual limit of 65,530 mappings takes. */
    private static final int MOST_BYTES = 1 << 24;
    private static final String REMOVED = " (deleted)";
    private static final Pattern LINE = Pattern.compile(
            "([0-9a-f]{1,16})-([0-9a-f]{1,16}) ([r-][w-][x-][ps]) ([0-9a-f]{1,16}) ([0-9a-f]+:[0-9a-f]+) (\\d{1,18})(?: +(.*))?",
            Pattern.DOTALL);

    /** Reads them all, or the first of very many. */
    static List<Mapping> read(Path maps) throws IOException {
        try (InputStream input = Files.newInputStream(maps)) {
            return parse(new String(input.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        }
    }

    /** The mappings that the text lists; lines that are none are left out. Only {@code \n} ends a line: a path may hold any other. */
    static List<Mapping> parse(String text) {
        List<Mapping> mappings = new ArrayList<>();
        for (String line : text.split("\n")) {
            parseLine(line).ifPresent(mappings::add);
        }
        return mappings;
    }

    private static Optional<Mapping> parseLine(String line) {
        Matcher fields = LINE.matcher(line);
        if (!fields.matches()) {
            return Optional.empty();
        }
        AddressRange range = new AddressRange(address(fields.group(1)), address(fields.group(2)));
        FileId file = new FileId(fields.group(5), Long.parseLong(fields.group(6)));
        String path = fields.group(7) == null ? "" : fields.group(7);
        return Optional.of(new Mapping(range, fields.group(3), address(fields.group(4)), file, path));
    }

    private static long address(String digits) {
        return Long.parseUnsignedLong(digits, 16);
    }

    boolean writable() {
        return access.charAt(1) == 'w';
    }

    boolean executable() {
        return access.charAt(2) == 'x';
    }

    /** Whether it is memory of no file and no name, as the zeros behind a program's variables are. */
    boolean anonymous() {
        return path.isEmpty() && file.inode() == 0;
    }

    /** The last part of the path. */
    String fileName() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return removed() ? name.substring(0, name.length() - REMOVED.length()) : name;
    }

    /** Whether the file no longer has that name. */
    boolean removed() {
        return path.endsWith(REMOVED);
    }

}
