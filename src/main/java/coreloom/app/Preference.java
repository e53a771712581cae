package coreloom.app;

import coreloom.terminal.Background;
import coreloom.terminal.ColorChoice;
import coreloom.view.Palette;
import coreloom.view.Wishes.Units;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Something that a person sets once and for all, in the configuration or in the environment. Its name in lower case is its key, and with
 * {@code CORELOOM_} before it its environment variable. Values are texts.
 */
enum Preference {
    PROFILE("", "The profile that coreloom starts with; \"\" is the first one.", "must be the name of a profile, or \"\"",
        text -> text.chars().noneMatch(Character::isISOControl)),
    PERIOD("1s", "Wanted time between samples: 100ms to 1m.", "must be a length of time from 100ms to 1m, such as \"500ms\"", Preference::isPeriod),
    COLOR("auto", "auto (as TERM and COLORTERM say), never, 16, 256 or truecolor. NO_COLOR comes before it.",
        "must be one of auto, never, 16, 256, truecolor", Preference::isColor),
    GLYPHS("auto", "auto (as the locale says) or ascii.", "must be auto or ascii", List.of("auto", "ascii")::contains),
    THEME("auto", "Colours for a terminal whose background is dark or light; auto: as COLORFGBG says, else dark.",
        "must be one of " + String.join(", ", Background.words()), Background.words()::contains),
    PALETTE("viridis", "Colours of the heatmap at the start: viridis or cividis.", "must be viridis or cividis", words(Palette.values())::contains),
    UNITS("decimal", "Bytes in decimal (kB) or binary (KiB) units.", "must be decimal or binary", words(Units.values())::contains);

    private final String preset;
    private final String comment;
    private final String rule;
    private final Predicate<String> allowed;

    Preference(String preset, String comment, String rule, Predicate<String> allowed) {
        this.preset = preset;
        this.comment = comment;
        this.rule = rule;
        this.allowed = allowed;
    }

    /** Its key in the file. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its environment variable. */
    String variable() {
        return "CORELOOM_" + name();
    }

    /** Its value where nobody gives one. */
    String preset() {
        return preset;
    }

    /** What it is, for a person who edits the file. */
    String comment() {
        return comment;
    }

    /** What it must be, for a sentence. */
    String rule() {
        return rule;
    }

    boolean allows(String value) {
        return allowed.test(value);
    }

    private static boolean isPeriod(String text) {
        try {
            return ShowOptions.allowsPeriod(LengthOfTime.parse(text).nanos());
        } catch (IllegalArgumentException noTime) {
            return false;
        }
    }

    private static boolean isColor(String text) {
        return Arrays.stream(ColorChoice.values()).anyMatch(choice -> choice.toString().equals(text));
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
    }
}
