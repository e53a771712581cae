package coreloom.terminal;

import com.googlecode.lanterna.TerminalSize;
import java.util.Optional;

/**
 * The line to the terminal, apart from its bytes: modes, size, job control. Every call returns soon; what cannot be done is left undone.
 */
interface TerminalLine {
    /** Keys come one by one and unechoed, and none of them is a signal; a line feed goes straight down, and not to the left too. */
    void raw();

    /** The modes are what they were before us. */
    void restore();

    /** Columns and rows; empty when the line does not tell. */
    Optional<TerminalSize> size();

    /** Asks the kernel to stop our whole process group, as Ctrl-Z would; nothing happens where nobody could continue it. */
    void stopProcessGroup();

    /** Throws away what the terminal has not taken yet, which frees a writer that is stuck. */
    void discardOutput();
}
