package coreloom.view;

import java.util.Objects;

/**
 * How a person wants the screen, apart from what the terminal can show.
 *
 * @param keys  which key does what
 * @param units how many bytes are many
 * @param palette colours of the heatmap at the start
 */
public record Wishes(Keymap keys, Units units, Palette palette) {
    /** Everything as it came. */
    public static final Wishes NONE = new Wishes(Keymap.PRESET, Units.DECIMAL, Palette.VIRIDIS);

    /** How many bytes are many. */
    public enum Units {
        /** Powers of 1000: kB. */
        DECIMAL(1000, "kB"),
        /** Powers of 1024: KiB. */
        BINARY(1024, "KiB");

        private final int many;
        private final String word;

        Units(int many, String word) {
            this.many = many;
            this.word = word;
        }

        /** Writes a rate of bytes. */
        StringBuilder rate(StringBuilder line, double perSecond) {
            boolean large = perSecond >= 9_999.5;
            return Figures.fixed(line, large ? perSecond / many : perSecond, 0, 0).append(' ').append(large ? word : "B").append("/s");
        }
    }

    public Wishes {
        Objects.requireNonNull(keys);
        Objects.requireNonNull(units);
        Objects.requireNonNull(palette);
    }
}
