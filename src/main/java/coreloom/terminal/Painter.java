package coreloom.terminal;

import com.googlecode.lanterna.graphics.TextGraphics;

/** What draws a frame: is handed an empty screen and fills it. */
@FunctionalInterface
public interface Painter {
    /** Draws on {@code graphics}, which is {@code columns} × {@code rows} cells of blank; called on the thread that asked for the frame. */
    void paint(TextGraphics graphics, int columns, int rows);
}
