package coreloom.app;

import coreloom.sampler.ThreadChoice;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where thread times come from. */
final class SamplerOption {
    @Option(names = "--sampler", paramLabel = "NAME", converter = Converter.class,
        description = "Where thread times come from: proc (Linux) or oshi. Unless given, the best there is.")
    private ThreadChoice choice = ThreadChoice.BEST;

    ThreadChoice choice() {
        return choice;
    }

    /** The names that people may type. */
    static final class Converter implements ITypeConverter<ThreadChoice> {
        @Override
        public ThreadChoice convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "best" -> ThreadChoice.BEST;
                case "proc" -> ThreadChoice.PROC;
                case "oshi" -> ThreadChoice.OSHI;
                default -> throw new TypeConversionException("'" + text + "' is unknown; choose best, proc or oshi");
            };
        }
    }
}
