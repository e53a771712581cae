package coreloom.app;

/**
 * What the program's exit code says; documented in the README and in every command's help. One that a signal ended has 128 + the signal's
 * number from the runtime: 130 after Ctrl-C, 143 after SIGTERM.
 */
final class ExitCode {
    /** Done. */
    static final int DONE = 0;
    /** Something failed while running: a lane, the terminal, the recording that was asked for. */
    static final int FAILURE = 1;
    /** Bad input: an argument, a profile, a session file, a process id. */
    static final int BAD_INPUT = 2;

    /** All went well, and a finding was made that the user had said must not be. */
    static final int FINDING = 3;

    /** The terminal went away while the dashboard was shown: what a shell says of a program that SIGHUP ended. */
    static final int HUNG_UP = 129;

    private ExitCode() {}
}
