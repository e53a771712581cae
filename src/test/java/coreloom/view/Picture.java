package coreloom.view;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.graphics.BasicTextImage;
import coreloom.history.History;
import coreloom.snapshot.Snapshot;
import coreloom.snapshot.SnapshotSource;
import coreloom.view.Surroundings.ProfileLabel;
import java.util.List;
import java.util.Optional;

/** A frame of the dashboard as text, drawn from a source that is played to its end. */
public final class Picture {
    public static final Surroundings AROUND = new Surroundings(
        List.of(new ProfileLabel(1, "cpu"), new ProfileLabel(2, "io"), new ProfileLabel(3, "lock"), new ProfileLabel(4, "gil")),
        "", 2, 1_000_000_000L, Optional.empty(), false, "");

    private final BasicTextImage image;

    private Picture(BasicTextImage image) {
        this.image = image;
    }

    /** The history after every snapshot of the source. */
    public static History play(SnapshotSource source) {
        History history = new History(source.host().usableCores());
        Snapshot next = new Snapshot();
        while (source.read(next)) {
            next = history.accept(next);
        }
        return history;
    }

    public static Picture of(History history, State state, Surroundings around, int columns, int rows) {
        return of(new Ink(new Look(Look.Depth.INDEXED, true)), history, state, around, columns, rows);
    }

    static Picture of(Ink ink, History history, State state, Surroundings around, int columns, int rows) {
        BasicTextImage image = new BasicTextImage(new TerminalSize(columns, rows));
        new Dashboard(ink, history, state, around).draw(image.newTextGraphics(), columns, rows);
        return new Picture(image);
    }

    public static Picture of(History history, int columns, int rows) {
        return of(history, State.initial(), AROUND, columns, rows);
    }

    TextCharacter cell(int column, int row) {
        return image.getCharacterAt(column, row);
    }

    /** One line a row, blanks at the end of a row cut off. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < image.getSize().getRows(); y++) {
            StringBuilder line = new StringBuilder();
            for (int x = 0; x < image.getSize().getColumns(); x++) {
                line.append(image.getCharacterAt(x, y).getCharacterString());
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
