package coreloom.replay;

import coreloom.recording.SessionKeys;
import coreloom.snapshot.LimitReading;
import coreloom.snapshot.QuotaReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a line tells of the limits of watched processes. */
final class LimitParser {
    private final NumberFields numbers = new NumberFields(5, SessionKeys.QUOTA_MICROS, SessionKeys.PERIOD_MICROS, SessionKeys.PERIODS,
            SessionKeys.THROTTLED_PERIODS, SessionKeys.THROTTLED_MICROS);
    private final NumberFields ids = new NumberFields(1, SessionKeys.PID);

    List<LimitReading> parse(Tokens tokens) throws IOException {
        List<LimitReading> limits = new ArrayList<>();
        tokens.array();
        while (tokens.nextObject()) {
            limits.add(limit(tokens));
        }
        return limits;
    }

    private LimitReading limit(Tokens tokens) throws IOException {
        List<Integer> cores = List.of();
        Optional<QuotaReading> quota = Optional.empty();
        ids.clear();
        for (String key = tokens.key(); key != null; key = tokens.key()) {
            switch (key) {
                case SessionKeys.CORES -> cores = cores(tokens);
                case SessionKeys.QUOTA -> quota = Optional.of(quota(tokens));
                default -> {
                    if (!ids.take(key, tokens)) {
                        tokens.skip();
                    }
                }
            }
        }
        ids.complete();
        return new LimitReading(ids.within(0, 0, Integer.MAX_VALUE), cores, quota);
    }

    private static List<Integer> cores(Tokens tokens) throws IOException {
        List<Integer> cores = new ArrayList<>();
        tokens.array();
        while (tokens.nextNumber()) {
            cores.add(Tokens.within(tokens.current(), 0, Integer.MAX_VALUE));
        }
        return cores;
    }

    private QuotaReading quota(Tokens tokens) throws IOException {
        String group = "";
        tokens.object();
        numbers.clear();
        for (String key = tokens.key(); key != null; key = tokens.key()) {
            if (key.equals(SessionKeys.GROUP)) {
                group = tokens.text();
            } else if (!numbers.take(key, tokens)) {
                tokens.skip();
            }
        }
        numbers.complete();
        try {
            return new QuotaReading(group, numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4));
        } catch (IllegalArgumentException e) {
            throw new DamagedLineException(e.getMessage());
        }
    }
}
