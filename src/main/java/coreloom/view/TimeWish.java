package coreloom.view;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A moment as somebody types it. */
sealed interface TimeWish {
    /** So long after the picture shown; negative for before. */
    record By(long nanos) implements TimeWish {}

    /** When it was that time of day last. */
    record At(LocalTime time) implements TimeWish {}

    /** {@code -3m}, {@code +1h30m}, {@code -90}: seconds where no unit is said. */
    Pattern BY = Pattern.compile("([+-])(?:(\\d{1,5})h)?(?:(\\d{1,5})m)?(?:(\\d{1,7})s?)?");

    /** {@code 14:05:30} or {@code 14:05}. */
    Pattern AT = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");

    /** What is meant; empty when it is no time. */
    static Optional<TimeWish> of(String typed) {
        String text = typed.strip();
        Matcher by = BY.matcher(text);
        if (by.matches() && text.length() > 1) {
            long seconds = number(by.group(2)) * 3600 + number(by.group(3)) * 60 + number(by.group(4));
            return Optional.of(new By((by.group(1).equals("-") ? -seconds : seconds) * 1_000_000_000L));
        }
        Matcher at = AT.matcher(text);
        try {
            return at.matches() ? Optional.of(new At(LocalTime.of((int) number(at.group(1)), (int) number(at.group(2)), (int) number(at.group(3)))))
                    : Optional.empty();
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
