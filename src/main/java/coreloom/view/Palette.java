package coreloom.view;

/** The colours of heat. Each grows evenly in lightness, so that it can be read without telling hues apart. */
public enum Palette {
    /** From violet over green to yellow. */
    VIRIDIS("viridis", Style.HEAT_0),
    /** From blue grey to yellow: the same to eyes that do not tell red from green. */
    CIVIDIS("cividis", Style.CIVIDIS_0);

    private static final int STEPS = 8;
    private static final Style[] STYLES = Style.values();

    private final String words;
    private final Style first;

    Palette(String words, Style first) {
        this.words = words;
        this.first = first;
    }

    public String words() {
        return words;
    }

    /** The colour step of a share between 0 and 1. */
    Style heat(float share) {
        return STYLES[first.ordinal() + Math.max(0, Math.min(STEPS - 1, (int) (share * STEPS)))];
    }

    Palette next() {
        return this == VIRIDIS ? CIVIDIS : VIRIDIS;
    }
}
