package coreloom.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coreloom.view.Look;
import coreloom.view.Look.Depth;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookRulesTest {
    @ParameterizedTest
    @CsvSource({
        "TERM=xterm,                                            ANSI",
        "TERM=xterm-256color,                                   INDEXED",
        "TERM=xterm-256color COLORTERM=truecolor,               TRUECOLOR",
        "TERM=xterm COLORTERM=24bit,                            TRUECOLOR",
        "TERM=xterm COLORTERM=yes,                              ANSI",
        "TERM=xterm-direct,                                     TRUECOLOR",
        "TERM=xterm-kitty,                                      INDEXED",
        "TERM=alacritty,                                        INDEXED",
        "TERM=linux,                                            ANSI",
        "TERM=vt100,                                            MONOCHROME",
        "TERM=vt220,                                            MONOCHROME",
        "TERM=xterm-mono,                                       MONOCHROME",
        "TERM=dumb,                                             MONOCHROME",
        "TERM=screen,                                           ANSI",
        "TERM=screen-256color,                                  INDEXED",
        "TERM=screen COLORTERM=truecolor,                       INDEXED",
        "TERM=screen-256color COLORTERM=truecolor TMUX=/t/0,    TRUECOLOR",
        "TERM=tmux-256color,                                    INDEXED",
        "TERM=tmux-256color COLORTERM=truecolor,                TRUECOLOR",
        "TERM=xterm-256color COLORTERM=truecolor NO_COLOR=1,    MONOCHROME",
        "TERM=xterm-256color NO_COLOR=,                         INDEXED"})
    void judgesColors(String environment, Depth depth) {
        assertEquals(depth, LookRules.look(environment(environment), ColorChoice.AUTO, false).depth());
    }

    @ParameterizedTest
    @CsvSource({"auto, MONOCHROME", "never, MONOCHROME", "16, ANSI", "256, INDEXED", "truecolor, TRUECOLOR"})
    void theOptionComesBeforeTheEnvironment(String word, Depth depth) {
        assertEquals(depth, LookRules.look(environment("TERM=xterm NO_COLOR=1"), ColorChoice.of(word), false).depth());
    }

    @ParameterizedTest
    @CsvSource({
        "LANG=de_DE.UTF-8, true", "LANG=C.utf8, true", "LANG=C, false", "LANG=POSIX, false", "'', false", "LC_CTYPE=UTF-8, true",
        "LC_ALL=C LANG=en_US.UTF-8, false", "LC_ALL=en_US.UTF-8 LANG=C, true", "LC_CTYPE=C LANG=en_US.UTF-8, false",
        "LC_ALL= LC_CTYPE=sr_RS.utf8@latin, true", "LANG=ja_JP.eucJP, false", "LANG=en_US.UTF-16, false"})
    void judgesTheLocale(String environment, boolean unicode) {
        assertEquals(unicode, LookRules.look(environment(environment), ColorChoice.AUTO, false).unicode());
    }

    @ParameterizedTest
    @CsvSource({"AUTO, '', DARK", "AUTO, COLORFGBG=15;0, DARK", "AUTO, COLORFGBG=0;15, LIGHT", "AUTO, COLORFGBG=0;default;7, LIGHT",
        "AUTO, COLORFGBG=0;default, DARK", "DARK, COLORFGBG=0;15, DARK", "LIGHT, COLORFGBG=15;0, LIGHT"})
    void judgesTheBackground(Background background, String environment, Look.Background expected) {
        assertEquals(expected, LookRules.look(environment(environment), ColorChoice.AUTO, false, background).background());
    }

    @ParameterizedTest
    @CsvSource({"TERM=linux LANG=C.UTF-8, CONSOLE", "TERM=linux LANG=C, ASCII", "TERM=xterm LANG=C.UTF-8, UNICODE", "TERM=screen.linux LANG=C.UTF-8, UNICODE"})
    void theLinuxConsoleHasNoEighthsOfBlocks(String environment, Look.Glyphs glyphs) {
        assertEquals(glyphs, LookRules.look(environment(environment), ColorChoice.AUTO, false).glyphs());
    }

    @Test
    void asciiCanBeAskedFor() {
        Look look = LookRules.look(environment("TERM=tmux-256color LANG=C.UTF-8"), ColorChoice.AUTO, true);
        assertEquals(new Look(Depth.INDEXED, false), look);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TERM=", "TERM=dumb", "TERM=unknown"})
    void aTerminalThatCannotMoveItsCursorHasNoDashboard(String environment) {
        assertEquals(false, LookRules.dashboardPossible(environment(environment)));
    }

    @Test
    void anyOtherTerminalHas() {
        assertEquals(true, LookRules.dashboardPossible(environment("TERM=vt100")));
    }

    @Test
    void anUnknownChoiceIsASentence() {
        var refused = assertThrows(IllegalArgumentException.class, () -> ColorChoice.of("pink"));
        assertEquals("--color pink is unknown; choose auto, never, 16, 256 or truecolor.", refused.getMessage());
    }

    private static Map<String, String> environment(String text) {
        Map<String, String> environment = new HashMap<>();
        for (String pair : text.strip().split("\\s+")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                environment.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return environment;
    }
}
