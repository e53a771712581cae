package coreloom.terminal;

import com.googlecode.lanterna.screen.TerminalScreen;
import coreloom.view.Look;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * A Lanterna screen that sends less: its own difference between what shall be shown (back buffer) and what is (front buffer). A frame is
 * one synchronised update and one write; an unchanged frame is no byte at all. Used by the drawing thread, under the session's lock.
 */
final class DeltaScreen extends TerminalScreen {
    private static final String BEGIN = "\u001b[?2026h";
    private static final String END = "\u001b[?2026l";

    private final FrameStream out;
    private final FrameEncoder encoder;
    private final Supplier<String> last;
    private boolean repaint = true;

    DeltaScreen(Tty tty, FrameStream out, Look look) throws IOException {
        this(tty, out, look, () -> "");
    }

    /** @param last what is sent behind a frame, asked for once for each that has something in it */
    DeltaScreen(Tty tty, FrameStream out, Look look, Supplier<String> last) throws IOException {
        super(tty);
        this.out = out;
        this.last = last;
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
            out.text(last.get());
        }
        repaint = false;
        out.flush();
    }
}
