package coreloom.replay;

import java.io.IOException;

/** A line that is not what the session format says; it is skipped and counted. */
final class DamagedLineException extends IOException {
    DamagedLineException(String why) {
        super(why);
    }
}
