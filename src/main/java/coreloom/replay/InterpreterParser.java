package coreloom.replay;

import coreloom.recording.SessionKeys;
import coreloom.snapshot.Interpreter;
import coreloom.snapshot.InterpreterLock;
import coreloom.snapshot.InterpreterLockReading;
import coreloom.snapshot.LockSight;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what a line tells of interpreter locks seen from outside. */
final class InterpreterParser {
    private static final int PID = 0;
    private static final int INTERVAL = 1;
    private static final int HANDOFFS = 2;
    private static final int HOLDER = 3;

    private final NumberFields numbers = new NumberFields(1, SessionKeys.PID, SessionKeys.SWITCH_INTERVAL, SessionKeys.HANDOFFS,
            SessionKeys.HOLDER);
    private String version;
    private String sight;
    private String reason;
    private boolean freeThreaded;
    private boolean enabled;
    private boolean held;

    List<InterpreterLockReading> parse(Tokens tokens) throws IOException {
        List<InterpreterLockReading> readings = new ArrayList<>();
        tokens.array();
        while (tokens.nextObject()) {
            readings.add(reading(tokens));
        }
        return readings;
    }

    private InterpreterLockReading reading(Tokens tokens) throws IOException {
        version = "";
        sight = "";
        reason = "";
        freeThreaded = false;
        enabled = false;
        held = false;
        numbers.clear();
        for (String key = tokens.key(); key != null; key = tokens.key()) {
            take(key, tokens);
        }
        numbers.complete();
        Optional<InterpreterLock> lock = numbers.met(INTERVAL) && numbers.met(HANDOFFS) ? Optional.of(lock()) : Optional.empty();
        try {
            int pid = numbers.within(PID, 0, Integer.MAX_VALUE);
            return new InterpreterLockReading(pid, new Interpreter(version, freeThreaded), sight(), reason, lock);
        } catch (IllegalArgumentException e) {
            throw new DamagedLineException(e.getMessage());
        }
    }

    private void take(String key, Tokens tokens) throws IOException {
        switch (key) {
            case SessionKeys.VERSION -> version = tokens.text();
            case SessionKeys.SIGHT -> sight = tokens.text();
            case SessionKeys.REASON -> reason = tokens.text();
            case SessionKeys.FREE_THREADED -> freeThreaded = tokens.flag();
            case SessionKeys.ENABLED -> enabled = tokens.flag();
            case SessionKeys.HELD -> held = tokens.flag();
            default -> {
                if (!numbers.take(key, tokens)) {
                    tokens.skip();
                }
            }
        }
    }

    private InterpreterLock lock() throws DamagedLineException {
        OptionalInt holder = numbers.met(HOLDER) ? OptionalInt.of(numbers.within(HOLDER, 1, Integer.MAX_VALUE)) : OptionalInt.empty();
        try {
            return new InterpreterLock(enabled, numbers.get(INTERVAL), numbers.get(HANDOFFS), held, holder);
        } catch (IllegalArgumentException e) {
            throw new DamagedLineException(e.getMessage());
        }
    }

    private LockSight sight() throws DamagedLineException {
        for (LockSight each : LockSight.values()) {
            if (SessionKeys.of(each).equals(sight)) {
                return each;
            }
        }
        throw new DamagedLineException("no such sight of a lock");
    }
}
