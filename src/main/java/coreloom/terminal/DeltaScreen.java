package coreloom.terminal;

import com.googlecode.lanterna.screen.TerminalScreen;
import coreloom.view.Look;
import java.io.IOException;

/**
 * A Lanterna screen that sends less: its own difference between what shall be shown (back buffer) and what is (front buffer). A frame is
 * one synchronised update and one write; an unchanged frame is no byte at all. Used by the drawing thread, under the session's lock.
 */
final class DeltaScreen extends TerminalScreen {
    private static final String BEGIN = "\u001b[?2026h";
    private static final String END = "\u001b[?2026l";

    private final FrameStream out;
    private final FrameEncoder encoder;
    private boolean repaint = true;

    DeltaScreen(Tty tty, FrameStream out, Look look) throws IOException {
        super(tty);
        this.out = out;
        encoder = new FrameEncoder(out, look);
        setCursorPosition(null);
    }

    /** The next refresh draws everything: nobody knows what the terminal shows. */
    synchronized void repaintNext() {
        repaint = true;
    }

    /** Makes the back buffer blank for the next frame to be painted on. Lanterna's {@code clear} would cost a full redraw. */
    void blank() {
        getBackBuffer().setAll(DEFAULT_CHARACTER);
    }

    /** Sends the difference, whatever the kind of refresh. */
    @Override
    public synchronized void refresh(RefreshType refreshType) throws IOException {
        int start = out.length();
        out.text(BEGIN);
        if (repaint) {
            encoder.startAfresh();
            getFrontBuffer().setAll(DEFAULT_CHARACTER);
        }
        encoder.encode(getBackBuffer(), getFrontBuffer());
        getBackBuffer().copyTo(getFrontBuffer());
        if (out.length() == start + BEGIN.length()) {
            out.truncate(start);
        } else {
            out.text(END);
        }
        repaint = false;
        out.flush();
    }
}
