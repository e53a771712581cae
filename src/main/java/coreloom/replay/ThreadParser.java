package coreloom.replay;

import coreloom.recording.SessionFormat;
import coreloom.recording.SessionKeys;
import coreloom.recording.ThreadRows;
import coreloom.snapshot.LockSign;
import coreloom.snapshot.ThreadTable;
import coreloom.snapshot.WaitKind;
import java.io.IOException;
import java.util.Arrays;

/** Reads the threads that a line tells of: a dense table of them, and the row that each belongs to, ascending. */
final class ThreadParser {
    private static final int ROW = 0;
    private static final int PID = 1;
    private static final int TID = 2;
    private static final int START = 3;
    private static final int ON_CPU = 4;
    private static final int RUN_DELAY = 5;
    private static final int SLICES = 6;
    private static final int CORE = 7;
    private static final int LOCK_ADDRESS = 8;
    private static final int SAMPLES = 9;

    private final NumberFields numbers = new NumberFields(4, SessionKeys.ROW, SessionKeys.PID, SessionKeys.TID, SessionKeys.START,
            SessionKeys.ON_CPU, SessionKeys.RUN_DELAY, SessionKeys.SLICES, SessionKeys.CORE, SessionKeys.LOCK_ADDRESS, SessionKeys.SAMPLES);
    private final NumberFields blocked = new NumberFields(0, Arrays.stream(WaitKind.values()).map(WaitKind::key).toArray(String[]::new));
    private ThreadTable told = new ThreadTable();
    private int[] rows = new int[16];
    private int size;

    /** Number of threads told of. */
    int size() {
        return size;
    }

    /** The row that the thread belongs to. */
    int row(int index) {
        return rows[index];
    }

    /** What the line tells, one thread in each row from 0. */
    ThreadTable told() {
        return told;
    }

    void parse(Tokens tokens) throws IOException {
        size = 0;
        told.reset(told.rows());
        tokens.array();
        while (tokens.nextObject()) {
            makeRoom();
            thread(tokens);
            size++;
        }
    }

    private void makeRoom() {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
        }
        if (size == told.rows()) {
            told = ThreadRows.longer(told, Math.max(16, size * 2));
        }
    }

    private void thread(Tokens tokens) throws IOException {
        String name = "";
        String state = null;
        String wait = null;
        String sign = null;
        String affinity = null;
        numbers.clear();
        blocked.clear();
        for (String key = tokens.key(); key != null; key = tokens.key()) {
            switch (key) {
                case SessionKeys.NAME -> name = tokens.text();
                case SessionKeys.STATE -> state = tokens.text();
                case SessionKeys.AFFINITY -> affinity = tokens.text();
                case SessionKeys.WAITS_FOR -> wait = tokens.text();
                case SessionKeys.LOCK_SIGN -> sign = tokens.text();
                case SessionKeys.BLOCKED_SAMPLES -> {
                    tokens.object();
                    blocked.takeAll(tokens);
                }
                default -> takeOrSkip(key, tokens);
            }
        }
        numbers.complete();
        rows[size] = numbers.within(ROW, size == 0 ? 0 : rows[size - 1] + 1, SessionFormat.MAX_THREAD_ROWS - 1);
        told.put(size, id(PID), id(TID), numbers.get(START), name);
        if (!told.used(size)) {
            throw new DamagedLineException("a thread without an id");
        }
        readings(state);
        if (affinity != null) {
            told.affinity(size, affinity);
        }
        waits(wait);
        sign(sign);
    }

    private void takeOrSkip(String key, Tokens tokens) throws IOException {
        if (!numbers.take(key, tokens)) {
            tokens.skip();
        }
    }

    private int id(int field) throws DamagedLineException {
        return numbers.within(field, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** A wait kind that a later release has added reads as unknown. */
    private void waits(String wait) throws DamagedLineException {
        for (WaitKind kind : WaitKind.values()) {
            if (kind.key().equals(wait)) {
                told.wait(size, kind, numbers.met(LOCK_ADDRESS) ? numbers.get(LOCK_ADDRESS) : 0);
            }
        }
        if (numbers.met(SAMPLES)) {
            told.samples(size, numbers.within(SAMPLES, 0, Integer.MAX_VALUE));
            for (WaitKind kind : WaitKind.values()) {
                told.blockedSamples(size, kind, blocked.met(kind.ordinal()) ? blocked.within(kind.ordinal(), 0, Integer.MAX_VALUE) : 0);
            }
        }
    }

    /** A sign that a later release has added reads as none. */
    private void sign(String text) {
        for (LockSign sign : LockSign.values()) {
            if (sign.key().equals(text)) {
                told.lockSign(size, sign);
            }
        }
    }

    private void readings(String state) throws DamagedLineException {
        if (numbers.met(ON_CPU)) {
            told.onCpu(size, numbers.get(ON_CPU));
        }
        if (numbers.met(RUN_DELAY)) {
            told.runDelay(size, numbers.get(RUN_DELAY));
        }
        if (numbers.met(SLICES)) {
            told.slices(size, numbers.get(SLICES));
        }
        if (numbers.met(CORE)) {
            told.core(size, id(CORE));
        }
        if (state != null) {
            Tokens.within(state.length(), 1, 1);
            told.state(size, state.charAt(0));
        }
    }
}
