package coreloom.app;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A size as people write it: {@code 100M}, {@code 2G}, {@code 500K}; a bare number is bytes, and K is 1,024 of them.
 *
 * @param bytes the size
 */
record SizeInBytes(long bytes) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})([KMGT]?)B?", Pattern.CASE_INSENSITIVE);

    /** Reads one; throws {@link IllegalArgumentException} with one sentence. */
    static SizeInBytes parse(String text) {
        Matcher matcher = FORM.matcher(text.trim());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a size: write 100M, 2G or 500K");
        }
        int power = matcher.group(2).isEmpty() ? 0 : 1 + "KMGT".indexOf(matcher.group(2).toUpperCase(Locale.ROOT));
        BigInteger bytes = new BigInteger(matcher.group(1)).shiftLeft(10 * power);
        if (bytes.bitLength() > 62) {
            throw new IllegalArgumentException("'" + text + "' is out of range: no disk is so large");
        }
        return new SizeInBytes(bytes.longValue());
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<SizeInBytes> {
        @Override
        public SizeInBytes convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
