package coreloom.replay;

import coreloom.recording.SessionKeys;
import coreloom.snapshot.OwnReading;
import java.io.IOException;

/** Reads what the monitor said of itself. */
final class OwnParser {
    private static final int LOOKS = 5;
    private static final int MISSED_LOOKS = 6;

    private final NumberFields numbers = new NumberFields(5, SessionKeys.CPU, SessionKeys.TERMINAL_BYTES, SessionKeys.LATE_SAMPLES,
            SessionKeys.DROPPED_SNAPSHOTS, SessionKeys.FAULTS, SessionKeys.LOOKS, SessionKeys.MISSED_LOOKS);

    OwnReading parse(Tokens tokens) throws IOException {
        String lastFault = "";
        numbers.clear();
        tokens.object();
        for (String key = tokens.key(); key != null; key = tokens.key()) {
            if (key.equals(SessionKeys.LAST_FAULT)) {
                lastFault = tokens.text();
            } else if (!numbers.take(key, tokens)) {
                tokens.skip();
            }
        }
        numbers.complete();
        return new OwnReading(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4), lastFault,
                numbers.met(LOOKS) ? numbers.get(LOOKS) : 0, numbers.met(MISSED_LOOKS) ? numbers.get(MISSED_LOOKS) : 0);
    }
}
