package coreloom.replay;

import coreloom.recording.SessionFormat;
import coreloom.recording.SessionKeys;
import coreloom.snapshot.WaitBuckets;
import coreloom.snapshot.WaitKind;
import coreloom.snapshot.WorkerTable;
import coreloom.snapshot.WorkerTable.Count;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads the workers of a line. A counter or wait kind that a line lacks was unknown to the release that wrote it, and reads as 0; a worker
 * without any wait kinds tells its work units alone.
 */
final class WorkerParser {
    private static final int IDS = 4;
    private static final Count[] COUNTS = Count.values();

    private final NumberFields numbers = new NumberFields(IDS, keys());
    private final NumberFields waits = new NumberFields(0, waitKeys());
    private final long[] histogram = new long[WaitBuckets.COUNT];
    private boolean tellsWaits;

    private static String[] keys() {
        String[] keys = Arrays.copyOf(
                new String[] {SessionKeys.LANE, SessionKeys.NUMBER, SessionKeys.PID, SessionKeys.TID}, IDS + COUNTS.length);
        for (int i = 0; i < COUNTS.length; i++) {
            keys[IDS + i] = SessionKeys.of(COUNTS[i]);
        }
        return keys;
    }

    private static String[] waitKeys() {
        return Arrays.stream(WaitKind.values()).map(WaitKind::key).toArray(String[]::new);
    }

    void parse(Tokens tokens, WorkerTable into) throws IOException {
        into.clear();
        tokens.array();
        while (tokens.nextObject()) {
            Tokens.within(into.size(), 0, SessionFormat.MAX_WORKERS - 1);
            take(tokens);
            add(into);
        }
    }

    private void take(Tokens tokens) throws IOException {
        numbers.clear();
        waits.clear();
        tellsWaits = false;
        Arrays.fill(histogram, 0);
        for (String key = tokens.key(); key != null; key = tokens.key()) {
            switch (key) {
                case SessionKeys.WAIT -> {
                    tokens.object();
                    tellsWaits = true;
                    waits.takeAll(tokens);
                }
                case SessionKeys.HISTOGRAM -> histogram(tokens);
                default -> {
                    if (!numbers.take(key, tokens)) {
                        tokens.skip();
                    }
                }
            }
        }
        numbers.complete();
    }

    private void histogram(Tokens tokens) throws IOException {
        tokens.array();
        while (tokens.nextNumber()) {
            int bucket = Tokens.within(tokens.current(), 0, WaitBuckets.COUNT - 1);
            histogram[bucket] = tokens.number();
        }
    }

    private void add(WorkerTable into) throws DamagedLineException {
        int row = into.add(id(0), id(1), id(2), id(3));
        if (!tellsWaits) {
            into.unitsOnly(row);
        }
        for (int i = 0; i < COUNTS.length; i++) {
            into.count(row, COUNTS[i], numbers.met(IDS + i) ? numbers.get(IDS + i) : 0);
        }
        for (int i = 0; i < WaitKind.COUNT; i++) {
            into.waitNanos(row, WaitKind.of(i), waits.met(i) ? waits.get(i) : 0);
        }
        for (int i = 0; i < WaitBuckets.COUNT; i++) {
            into.waits(row, i, histogram[i]);
        }
    }

    private int id(int field) throws DamagedLineException {
        return numbers.within(field, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
