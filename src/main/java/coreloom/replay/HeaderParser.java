package coreloom.replay;

import coreloom.recording.LineChecksum;
import coreloom.recording.SessionFormat;
import coreloom.recording.SessionKeys;
import coreloom.snapshot.Host;
import java.io.IOException;
import java.util.Optional;

/** Reads the first line of a session: format and version in front, whatever the version; the rest only of a version that is known. */
final class HeaderParser {
    /**
     * What the first line tells.
     *
     * @param version the session's version
     * @param host    the machine; empty when the version is newer than {@link SessionFormat#VERSION}
     */
    record Header(int version, Optional<Host> host) {}

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
            return new Header(version, version > SessionFormat.VERSION ? Optional.empty() : Optional.of(host(tokens)));
        }
    }

    private static Host host(Tokens tokens) throws IOException {
        Host host = null;
        for (String key = tokens.key(); key != null; key = tokens.key()) {
            if (key.equals(SessionKeys.HOST)) {
                host = new HostParser().parse(tokens);
            } else {
                tokens.skip();
            }
        }
        tokens.end();
        if (host == null) {
            throw new DamagedLineException("no host");
        }
        return host;
    }
}
