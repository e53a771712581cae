package coreloom.view;

import java.util.Objects;

/**
 * What the terminal can show.
 *
 * @param depth   colours
 * @param unicode whether box, block and arrow characters may be used; else ASCII alone
 */
public record Look(Depth depth, boolean unicode) {
    /** How many colours: none (bold and reverse remain), the 16 of ANSI, the 256 of xterm, or any RGB. */
    public enum Depth { MONOCHROME, ANSI, INDEXED, TRUECOLOR }

    public Look {
        Objects.requireNonNull(depth);
    }
}
