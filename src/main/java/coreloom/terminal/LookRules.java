package coreloom.terminal;

import coreloom.view.Look;
import coreloom.view.Look.Depth;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a terminal can show, judged by the environment alone: a terminal is never asked, as the answer costs a round trip and may not
 * come.
 */
public final class LookRules {
    private static final Set<String> NO_DASHBOARD = Set.of("", "dumb", "unknown");
    private static final Set<String> NO_COLORS = Set.of("vt52", "vt100", "vt102", "vt220", "vt320");

    /** Terminals whose names say nothing of their colours; all of them know 256. */
    private static final Set<String> MODERN =
            Set.of("xterm-kitty", "alacritty", "foot", "foot-extra", "xterm-ghostty", "ghostty", "wezterm", "contour");

    private LookRules() {}

    /** Whether a terminal of this environment can move its cursor at all. */
    public static boolean dashboardPossible(Map<String, String> environment) {
        return !NO_DASHBOARD.contains(value(environment, "TERM"));
    }

    /** The look for this environment; what the options say comes before it. */
    public static Look look(Map<String, String> environment, ColorChoice color, boolean asciiOnly) {
        return look(environment, color, asciiOnly, Background.AUTO);
    }

    /** The same on a background that may be known. */
    public static Look look(Map<String, String> environment, ColorChoice color, boolean asciiOnly, Background background) {
        Depth depth = color.depth().orElseGet(() -> depth(environment));
        return new Look(depth, asciiOnly ? Look.Glyphs.ASCII : glyphs(environment), background.resolved(environment));
    }

    private static Look.Glyphs glyphs(Map<String, String> environment) {
        boolean console = value(environment, "TERM").equals("linux");
        return !speaksUtf8(environment) ? Look.Glyphs.ASCII : console ? Look.Glyphs.CONSOLE : Look.Glyphs.UNICODE;
    }

    /** Whether this environment wants no colours, whatever the terminal knows. */
    public static boolean refusesColors(Map<String, String> environment) {
        return !value(environment, "NO_COLOR").isEmpty();
    }

    private static Depth depth(Map<String, String> environment) {
        String term = value(environment, "TERM");
        if (refusesColors(environment) || isMonochrome(term)) {
            return Depth.MONOCHROME;
        }
        if (!isScreen(environment, term) && hasTruecolor(environment, term)) {
            return Depth.TRUECOLOR;
        }
        return term.contains("256color") || hasTruecolor(environment, term) || MODERN.contains(term) ? Depth.INDEXED : Depth.ANSI;
    }

    private static boolean isMonochrome(String term) {
        return NO_DASHBOARD.contains(term) || NO_COLORS.contains(term) || term.endsWith("-mono") || term.endsWith("-m");
    }

    private static boolean hasTruecolor(Map<String, String> environment, String term) {
        String hint = value(environment, "COLORTERM").toLowerCase(Locale.ROOT);
        return hint.equals("truecolor") || hint.equals("24bit") || term.endsWith("-direct");
    }

    /**
     * GNU screen passes the COLORTERM of the terminal around it on, but knows no more than 256 colours; tmux maps what its client lacks.
     */
    private static boolean isScreen(Map<String, String> environment, String term) {
        return term.startsWith("screen") && value(environment, "TMUX").isEmpty();
    }

    private static boolean speaksUtf8(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String locale = value(environment, name);
            if (!locale.isEmpty()) {
                return isUtf8(locale);
            }
        }
        return false;
    }

    /** A locale is language_COUNTRY.codeset@modifier; some systems give the codeset alone. */
    private static boolean isUtf8(String locale) {
        int modifier = locale.indexOf('@');
        String name = modifier < 0 ? locale : locale.substring(0, modifier);
        String codeset = name.substring(name.lastIndexOf('.') + 1);
        return codeset.equalsIgnoreCase("UTF-8") || codeset.equalsIgnoreCase("UTF8");
    }

    private static String value(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "");
    }
}
