package coreloom.recording;

import coreloom.snapshot.LimitReading;
import coreloom.snapshot.QuotaReading;
import java.util.List;

/** Writes what a line tells of the limits of watched processes; nothing where none is limited. */
final class LimitPart {
    private LimitPart() {}

    static void write(JsonLine line, List<LimitReading> limits) {
        if (limits.isEmpty()) {
            return;
        }
        line.key(SessionKeys.LIMITS).openArray();
        for (int i = 0; i < limits.size(); i++) {
            limit(line, limits.get(i));
        }
        line.closeArray();
    }

    private static void limit(JsonLine line, LimitReading limit) {
        line.openObject().field(SessionKeys.PID, limit.pid());
        if (!limit.cores().isEmpty()) {
            line.key(SessionKeys.CORES).openArray();
            for (int i = 0; i < limit.cores().size(); i++) {
                line.value(limit.cores().get(i));
            }
            line.closeArray();
        }
        if (limit.quota().isPresent()) {
            quota(line, limit.quota().get());
        }
        line.closeObject();
    }

    private static void quota(JsonLine line, QuotaReading quota) {
        line.key(SessionKeys.QUOTA).openObject().field(SessionKeys.GROUP, quota.group()).field(SessionKeys.QUOTA_MICROS, quota.quotaMicros());
        line.field(SessionKeys.PERIOD_MICROS, quota.periodMicros()).field(SessionKeys.PERIODS, quota.periods());
        line.field(SessionKeys.THROTTLED_PERIODS, quota.throttledPeriods()).field(SessionKeys.THROTTLED_MICROS, quota.throttledMicros());
        line.closeObject();
    }
}
