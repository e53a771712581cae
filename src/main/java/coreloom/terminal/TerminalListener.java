package coreloom.terminal;

import coreloom.view.Key;

/** Who is told what happens at the terminal. Called from the session's own threads: implementations only queue. */
public interface TerminalListener {
    /** A key was pressed. Ctrl-Z is not among them: the session suspends by itself. */
    void key(Key key);

    /** The terminal changed its size; the next frame is drawn in the new one. */
    void resized();

    /** The program goes on after it was stopped; the next frame is drawn from nothing. */
    void resumed();

    /** The line takes a frame again after one had to be left out. */
    void ready();

    /** The terminal is gone; told once. Frames drawn from now on are dropped, and no key will come. */
    void hungUp();
}
