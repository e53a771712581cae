package coreloom.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Lanterna's view of the terminal: knows its size because it was told, and never asks the terminal anything. Keys do not come through here,
 * see {@link KeyReader}; modes of the line neither, see {@link TerminalLine}.
 */
final class Tty extends ANSITerminal {
    private volatile TerminalSize size;

    Tty(OutputStream output, TerminalSize size) {
        super(InputStream.nullInputStream(), output, StandardCharsets.UTF_8);
        this.size = size;
    }

    /** The terminal has this size now; the screen on top takes it over when it next resizes. */
    void resize(TerminalSize newSize) {
        size = newSize;
        onResized(newSize);
    }

    @Override
    protected TerminalSize findTerminalSize() {
        return size;
    }
}
