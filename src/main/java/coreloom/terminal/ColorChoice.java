package coreloom.terminal;

import coreloom.view.Look.Depth;
import java.util.Optional;

/** What {@code --color} can say. */
public enum ColorChoice {
    /** As the environment says. */
    AUTO("auto", null),
    NEVER("never", Depth.MONOCHROME),
    ANSI("16", Depth.ANSI),
    INDEXED("256", Depth.INDEXED),
    TRUECOLOR("truecolor", Depth.TRUECOLOR);

    private final String word;
    private final Depth depth;

    ColorChoice(String word, Depth depth) {
        this.word = word;
        this.depth = depth;
    }

    /** @throws IllegalArgumentException with a sentence, when {@code word} is none of the choices */
    public static ColorChoice of(String word) {
        for (ColorChoice choice : values()) {
            if (choice.word.equals(word)) {
                return choice;
            }
        }
        throw new IllegalArgumentException("--color " + word + " is unknown; choose auto, never, 16, 256 or truecolor.");
    }

    /** The depth that was asked for; empty leaves it to the environment. */
    Optional<Depth> depth() {
        return Optional.ofNullable(depth);
    }

    /** The word of the command line. */
    @Override
    public String toString() {
        return word;
    }
}
