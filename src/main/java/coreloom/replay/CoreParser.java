package coreloom.replay;

import coreloom.recording.SessionFormat;
import coreloom.recording.SessionKeys;
import coreloom.snapshot.CoreTable;
import java.io.IOException;

/** Reads the cores of a line, which stand in ascending order of id. */
final class CoreParser {
    private final NumberFields numbers = new NumberFields(5, SessionKeys.ID, SessionKeys.BUSY, SessionKeys.IDLE, SessionKeys.IO_WAIT,
            SessionKeys.STEAL);

    void parse(Tokens tokens, CoreTable into) throws IOException {
        int lowest = 0;
        into.clear();
        tokens.array();
        while (tokens.nextObject()) {
            numbers.takeAll(tokens);
            int id = numbers.within(0, lowest, SessionFormat.MAX_CORES - 1);
            into.add(id, numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4));
            lowest = id + 1;
        }
    }
}
