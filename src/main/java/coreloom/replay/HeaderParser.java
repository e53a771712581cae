package coreloom.replay;

import coreloom.recording.LineChecksum;
import coreloom.recording.SessionFormat;
import coreloom.recording.SessionKeys;
import coreloom.snapshot.Host;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads the first line of a session: format and version in front, whatever the version; the rest only of a version that is known. */
final class HeaderParser {
    /**
     * What the first line tells.
     *
     * @param version the session's version
     * @param host    the machine; empty when the version is newer than {@link SessionFormat#VERSION}
     * @param started when the recording began, the same in all pieces of a session; empty when it is not told
     */
    record Header(int version, Optional<Host> host, String started) {}

    private static final byte[] BEGINNING = ("{\"" + SessionKeys.FORMAT + "\":").getBytes(StandardCharsets.US_ASCII);

    private HeaderParser() {}

    /** Takes the line apart. Throws IOException when it is damaged or none of a session. */
    static Header parse(byte[] line, int length) throws IOException {
        if (!LineChecksum.agrees(line, length)) {
            throw new DamagedLineException("the checksum does not agree");
        }
        try (Tokens tokens = new Tokens(line, length)) {
            tokens.object();
            if (!SessionKeys.FORMAT.equals(tokens.key()) || !SessionFormat.NAME.equals(tokens.text())
                    || !SessionKeys.VERSION.equals(tokens.key())) {
                throw new DamagedLineException("not the header of a session");
            }
            int version = tokens.number(1, Integer.MAX_VALUE);
            return version > SessionFormat.VERSION ? new Header(version, Optional.empty(), "") : known(version, tokens);
        }
    }

    /** Whether the line is the first of a session or of a piece of one, damaged or not. */
    static boolean begins(byte[] line, int length) {
        return length >= BEGINNING.length && Arrays.equals(line, 0, BEGINNING.length, BEGINNING, 0, BEGINNING.length);
    }

    private static Header known(int version, Tokens tokens) throws IOException {
        Host host = null;
        String started = "";
        for (String key = tokens.key(); key != null; key = tokens.key()) {
            switch (key) {
                case SessionKeys.HOST -> host = new HostParser().parse(tokens);
                case SessionKeys.STARTED -> started = tokens.text();
                default -> tokens.skip();
            }
        }
        tokens.end();
        if (host == null) {
            throw new DamagedLineException("no host");
        }
        return new Header(version, Optional.of(host), started);
    }
}
