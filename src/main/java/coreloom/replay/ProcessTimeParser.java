package coreloom.replay;

import coreloom.recording.SessionKeys;
import coreloom.snapshot.ProcessTimes;
import java.io.IOException;

/** Reads what a line tells of the CPU time of whole processes. */
final class ProcessTimeParser {
    private final NumberFields numbers = new NumberFields(2, SessionKeys.PID, SessionKeys.ON_CPU);

    void parse(Tokens tokens, ProcessTimes into) throws IOException {
        into.clear();
        tokens.array();
        while (tokens.nextObject()) {
            numbers.takeAll(tokens);
            into.add(numbers.within(0, 0, Integer.MAX_VALUE), numbers.get(1));
        }
    }
}
