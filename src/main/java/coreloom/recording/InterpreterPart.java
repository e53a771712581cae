package coreloom.recording;

import coreloom.snapshot.InterpreterLock;
import coreloom.snapshot.InterpreterLockReading;
import java.util.List;

/** Writes what a line tells of interpreter locks seen from outside; nothing where none is seen. */
final class InterpreterPart {
    private InterpreterPart() {}

    static void write(JsonLine line, List<InterpreterLockReading> readings) {
        if (readings.isEmpty()) {
            return;
        }
        line.key(SessionKeys.INTERPRETERS).openArray();
        for (int i = 0; i < readings.size(); i++) {
            reading(line, readings.get(i));
        }
        line.closeArray();
    }

    private static void reading(JsonLine line, InterpreterLockReading reading) {
        line.openObject().field(SessionKeys.PID, reading.pid()).field(SessionKeys.VERSION, reading.interpreter().version());
        line.key(SessionKeys.FREE_THREADED).value(reading.interpreter().freeThreaded());
        line.field(SessionKeys.SIGHT, SessionKeys.of(reading.sight())).field(SessionKeys.REASON, reading.reason());
        if (reading.lock().isPresent()) {
            lock(line, reading.lock().get());
        }
        line.closeObject();
    }

    private static void lock(JsonLine line, InterpreterLock lock) {
        line.key(SessionKeys.ENABLED).value(lock.enabled()).field(SessionKeys.SWITCH_INTERVAL, lock.switchIntervalMicros());
        line.field(SessionKeys.HANDOFFS, lock.handoffs()).key(SessionKeys.HELD).value(lock.held());
        if (lock.holderTid().isPresent()) {
            line.field(SessionKeys.HOLDER, lock.holderTid().getAsInt());
        }
    }
}
