package coreloom.app;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A length of time as people write it: {@code 10s}, {@code 500ms}, {@code 2m}, {@code 1h}, {@code 1.5s}; a bare number is seconds.
 *
 * @param nanos its length, ns
 */
record LengthOfTime(long nanos) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)?");
    private static final BigDecimal MAX = BigDecimal.valueOf(7L * 24 * 3600).scaleByPowerOfTen(9);

    /** Reads one; throws {@link IllegalArgumentException} with one sentence. */
    static LengthOfTime parse(String text) {
        Matcher matcher = FORM.matcher(text.trim());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a length of time: write 10s, 500ms, 2m or 1h");
        }
        BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(unit(matcher.group(2)));
        if (nanos.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("'" + text + "' is out of range: a length of time is at most 7 days");
        }
        return new LengthOfTime(nanos.longValue());
    }

    private static BigDecimal unit(String unit) {
        return switch (unit == null ? "s" : unit) {
            case "ms" -> BigDecimal.valueOf(1_000_000L);
            case "m" -> BigDecimal.valueOf(60_000_000_000L);
            case "h" -> BigDecimal.valueOf(3_600_000_000_000L);
            default -> BigDecimal.valueOf(1_000_000_000L);
        };
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<LengthOfTime> {
        @Override
        public LengthOfTime convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
