package coreloom.terminal;

import coreloom.view.Look;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What can be said of the terminal's background. */
public enum Background {
    /** As the environment says. */
    AUTO,
    DARK,
    LIGHT;

    /** Colours that are light on most palettes: white and bright white. */
    private static final List<String> LIGHT_COLOURS = List.of("7", "15");

    /** The one of that word. */
    public static Background of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** What it may be called. */
    public static List<String> words() {
        return Arrays.stream(values()).map(background -> background.name().toLowerCase(Locale.ROOT)).toList();
    }

    /** By {@code COLORFGBG} where some terminals put the numbers of their colours, the background's last; dark where it is not said. */
    Look.Background resolved(Map<String, String> environment) {
        String colours = environment.getOrDefault("COLORFGBG", "");
        boolean saidLight = LIGHT_COLOURS.contains(colours.substring(colours.lastIndexOf(';') + 1));
        return this == LIGHT || this == AUTO && saidLight ? Look.Background.LIGHT : Look.Background.DARK;
    }
}
