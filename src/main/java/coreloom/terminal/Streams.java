package coreloom.terminal;

import com.googlecode.lanterna.TerminalSize;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A terminal that is not there: keys come from one stream, frames go to another, its size is fixed.
 *
 * @param keys    what is typed; its end is a hang-up
 * @param frames  takes one write a frame
 * @param columns at least 1
 * @param rows    at least 1
 */
public record Streams(InputStream keys, OutputStream frames, int columns, int rows) {
    public Streams {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("A terminal of " + columns + " × " + rows + " cells cannot be drawn on.");
        }
    }

    TerminalSize size() {
        return LineSize.of(columns, rows);
    }
}
