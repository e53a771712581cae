package coreloom.view;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;

/**
 * How each style looks at a colour depth. The heat steps grow evenly in lightness, from violet over green to yellow (as viridis) or from blue
 * grey to yellow (as cividis); the wait kinds are from Okabe and Ito's palette: all can be told apart by colour-blind eyes. Nothing is said by
 * colour alone.
 */
final class Theme {
    private static final int[] INDEXED = {
        -1, 244, 117, -1, 117, 114, 214, 209, 222,
        35, 214, 203, 175, 137, 75, 244, 180, 240, 227, 32, 140,
        55, 25, 30, 36, 41, 148, 220, 227,
        240, 242, 244, 246, 143, 180, 186, 227};
    private static final int[] TRUECOLOR = {
        -1, 0x808080, 0x87d7ff, -1, 0x87d7ff, 0x87d787, 0xffaf00, 0xff875f, 0xffd787,
        0x009e73, 0xe69f00, 0xd55e00, 0xcc79a7, 0xb08d57, 0x56b4e9, 0x8a8a8a, 0xd7af87, 0x606060, 0xf0e442, 0x0072b2, 0xaf87d7,
        0x424185, 0x355f8d, 0x2a7b8e, 0x22978a, 0x33b17c, 0x65c960, 0xabdb36, 0xf5e625,
        0x4c546c, 0x646770, 0x7c7b76, 0x948f78, 0xaea373, 0xc8b86a, 0xe2cd5c, 0xf9e44b};
    private static final TextColor.ANSI[] ANSI = {
        TextColor.ANSI.DEFAULT, TextColor.ANSI.DEFAULT, TextColor.ANSI.CYAN, TextColor.ANSI.DEFAULT, TextColor.ANSI.CYAN, TextColor.ANSI.GREEN,
        TextColor.ANSI.YELLOW, TextColor.ANSI.RED, TextColor.ANSI.YELLOW,
        TextColor.ANSI.GREEN, TextColor.ANSI.YELLOW, TextColor.ANSI.RED, TextColor.ANSI.MAGENTA, TextColor.ANSI.YELLOW, TextColor.ANSI.CYAN,
        TextColor.ANSI.DEFAULT, TextColor.ANSI.BLUE, TextColor.ANSI.DEFAULT, TextColor.ANSI.YELLOW, TextColor.ANSI.BLUE,
        TextColor.ANSI.MAGENTA,
        TextColor.ANSI.BLUE, TextColor.ANSI.BLUE, TextColor.ANSI.CYAN, TextColor.ANSI.CYAN, TextColor.ANSI.GREEN, TextColor.ANSI.GREEN,
        TextColor.ANSI.YELLOW, TextColor.ANSI.YELLOW,
        TextColor.ANSI.BLUE, TextColor.ANSI.BLUE, TextColor.ANSI.BLACK_BRIGHT, TextColor.ANSI.BLACK_BRIGHT, TextColor.ANSI.WHITE,
        TextColor.ANSI.WHITE, TextColor.ANSI.YELLOW, TextColor.ANSI.YELLOW};

    private Theme() {}

    /** A blank cell of that style, from which cells with characters are made. */
    static TextCharacter blank(Style style, Look look) {
        TextCharacter cell = TextCharacter.DEFAULT_CHARACTER.withForegroundColor(colour(style, look));
        return switch (style) {
            case TITLE, STRONG, KEY, BAD -> cell.withModifier(SGR.BOLD);
            default -> cell;
        };
    }

    private static TextColor colour(Style style, Look look) {
        boolean light = look.background() == Look.Background.LIGHT;
        return switch (look.depth()) {
            case MONOCHROME -> TextColor.ANSI.DEFAULT;
            case ANSI -> (light ? LightTheme.ANSI : ANSI)[style.ordinal()];
            case INDEXED -> indexed((light ? LightTheme.INDEXED : INDEXED)[style.ordinal()]);
            case TRUECOLOR -> rgb((light ? LightTheme.TRUECOLOR : TRUECOLOR)[style.ordinal()]);
        };
    }

    private static TextColor indexed(int index) {
        return index < 0 ? TextColor.ANSI.DEFAULT : new TextColor.Indexed(index);
    }

    private static TextColor rgb(int value) {
        return value < 0 ? TextColor.ANSI.DEFAULT : new TextColor.RGB(value >> 16, value >> 8 & 255, value & 255);
    }
}
