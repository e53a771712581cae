package coreloom.view;

import com.googlecode.lanterna.TextColor;

/**
 * The colours of {@link Theme} for a light background, in the order of {@link Style}: the same hues, dark enough to be read; the heat steps go
 * the other way, so that what is busy stands out.
 */
final class LightTheme {
    static final int[] INDEXED = {
        -1, 242, 24, -1, 24, 28, 94, 124, 94,
        29, 136, 166, 132, 94, 25, 243, 130, 246, 100, 18, 55,
        42, 72, 67, 30, 61, 24, 55, 53,
        143, 247, 102, 243, 241, 239, 237, 236};
    static final int[] TRUECOLOR = {
        -1, 0x6c6c6c, 0x005f87, -1, 0x005f87, 0x1a6f30, 0x8a5200, 0xb3261e, 0x6f5400,
        0x00795a, 0xa56400, 0xc44e00, 0xa3357a, 0x7a5a2e, 0x0072b2, 0x6f6f6f, 0x8a5a2b, 0x8c8c8c, 0x7a7000, 0x004a8f, 0x6a3fa0,
        0x55c369, 0x2eae7f, 0x22978a, 0x29808d, 0x33678d, 0x3e4e89, 0x46347d, 0x471868,
        0xbcae6f, 0xa39b75, 0x8b8879, 0x757574, 0x5f636f, 0x47516c, 0x2a3f6d, 0x002f67};
    static final TextColor.ANSI[] ANSI = {
        TextColor.ANSI.DEFAULT, TextColor.ANSI.DEFAULT, TextColor.ANSI.BLUE, TextColor.ANSI.DEFAULT, TextColor.ANSI.BLUE, TextColor.ANSI.GREEN,
        TextColor.ANSI.MAGENTA, TextColor.ANSI.RED, TextColor.ANSI.MAGENTA,
        TextColor.ANSI.GREEN, TextColor.ANSI.BLUE, TextColor.ANSI.RED, TextColor.ANSI.MAGENTA, TextColor.ANSI.BLUE, TextColor.ANSI.CYAN,
        TextColor.ANSI.DEFAULT, TextColor.ANSI.BLUE, TextColor.ANSI.DEFAULT, TextColor.ANSI.MAGENTA, TextColor.ANSI.BLUE,
        TextColor.ANSI.MAGENTA,
        TextColor.ANSI.CYAN, TextColor.ANSI.CYAN, TextColor.ANSI.GREEN, TextColor.ANSI.GREEN, TextColor.ANSI.BLUE, TextColor.ANSI.BLUE,
        TextColor.ANSI.MAGENTA, TextColor.ANSI.MAGENTA,
        TextColor.ANSI.YELLOW, TextColor.ANSI.YELLOW, TextColor.ANSI.CYAN, TextColor.ANSI.CYAN, TextColor.ANSI.BLUE, TextColor.ANSI.BLUE,
        TextColor.ANSI.BLACK, TextColor.ANSI.BLACK};

    private LightTheme() {}
}
