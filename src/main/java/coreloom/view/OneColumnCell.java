package coreloom.view;

import com.googlecode.lanterna.TextCharacter;

/** A cell that is known to take one column. Lanterna looks that up in the tables of Unicode for each cell of each frame. */
final class OneColumnCell extends TextCharacter {
    private static final long serialVersionUID = 1L;

    /** Deprecated is making a cell of a character that may need several; this one copies a cell. */
    @SuppressWarnings("deprecation")
    private OneColumnCell(TextCharacter cell) {
        super(cell);
    }

    /** The same cell; where it is what a blank screen is made of, that very object, so that both are one to a comparison. */
    static TextCharacter of(TextCharacter cell) {
        return cell.equals(DEFAULT_CHARACTER) ? DEFAULT_CHARACTER : new OneColumnCell(cell);
    }

    @Override
    public boolean isDoubleWidth() {
        return false;
    }
}
