package coreloom.view;

import java.util.Objects;

/**
 * What the terminal can show.
 *
 * @param depth      colours
 * @param unicode    whether box, block and arrow characters may be used; else ASCII alone
 * @param background what colours must stand out from
 */
public record Look(Depth depth, boolean unicode, Background background) {
    /** How many colours: none (bold and reverse remain), the 16 of ANSI, the 256 of xterm, or any RGB. */
    public enum Depth { MONOCHROME, ANSI, INDEXED, TRUECOLOR }

    /** What colours must stand out from. */
    public enum Background { DARK, LIGHT }

    public Look {
        Objects.requireNonNull(depth);
        Objects.requireNonNull(background);
    }

    /** On a dark background, as most terminals are. */
    public Look(Depth depth, boolean unicode) {
        this(depth, unicode, Background.DARK);
    }
}
