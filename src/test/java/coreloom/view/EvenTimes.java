package coreloom.view;

import java.time.LocalDateTime;
import java.time.ZoneId;

/** Intervals of ten seconds that begin at midnight; those below number 4 are merged in pairs. */
public final class EvenTimes implements IntervalTimes {
    private static final long EPOCH_MILLIS = LocalDateTime.of(2026, 3, 1, 0, 0, 0).atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();

    private EvenTimes() {}

    public static State.Range range(long newest, boolean replay) {
        return new State.Range(newest, replay, new EvenTimes());
    }

    @Override
    public long first(long number) {
        return number < 4 ? number / 2 * 2 : number;
    }

    @Override
    public long last(long number) {
        return number < 4 ? number / 2 * 2 + 1 : number;
    }

    @Override
    public long endNanos(long number) {
        return (last(number) + 1) * 10_000_000_000L;
    }

    @Override
    public long endEpochMillis(long number) {
        return EPOCH_MILLIS + (last(number) + 1) * 10_000;
    }

    @Override
    public boolean fromStart() {
        return true;
    }
}
