package coreloom.view;

import java.util.Objects;

/**
 * What the terminal can show.
 *
 * @param depth      colours
 * @param glyphs     which characters there are
 * @param background what colours must stand out from
 */
public record Look(Depth depth, Glyphs glyphs, Background background) {
    /** How many colours: none (bold and reverse remain), the 16 of ANSI, the 256 of xterm, or any RGB. */
    public enum Depth { MONOCHROME, ANSI, INDEXED, TRUECOLOR }

    /** What colours must stand out from. */
    public enum Background { DARK, LIGHT }

    /** Which characters there are. */
    public enum Glyphs {
        /** ASCII alone. */
        ASCII,
        /** Besides, what the fonts of text consoles have: rules, whole and half blocks, but no eighths of blocks. */
        CONSOLE,
        /** All of Unicode that takes one column. */
        UNICODE
    }

    public Look {
        Objects.requireNonNull(depth);
        Objects.requireNonNull(glyphs);
        Objects.requireNonNull(background);
    }

    /** With all of Unicode or ASCII alone. */
    public Look(Depth depth, boolean unicode, Background background) {
        this(depth, unicode ? Glyphs.UNICODE : Glyphs.ASCII, background);
    }

    /** On a dark background, as most terminals are. */
    public Look(Depth depth, boolean unicode) {
        this(depth, unicode, Background.DARK);
    }

    /** Whether characters beyond ASCII may be sent. */
    public boolean unicode() {
        return glyphs != Glyphs.ASCII;
    }
}
