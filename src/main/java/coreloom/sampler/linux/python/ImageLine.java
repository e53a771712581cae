package coreloom.sampler.linux.python;

import coreloom.sampler.linux.Fields;

/**
 * Which program a process runs, as its {@code stat} tells (proc_pid_stat(5)): another process with the same id started at another time, and
 * a program that takes the place of another (exec) gets its code and its stack elsewhere.
 *
 * <pre>
 *   1   2        3     4 … 21  22     23 … 25  26         27  28           …
 *   42  (my) th) S     …       start  …        startcode  …   startstack   …
 * </pre>
 * The addresses are 0 for whom the kernel does not let look.
 */
final class ImageLine {
    private final Fields fields = new Fields();
    private long startTicks;
    private long code;
    private long stack;

    /** Takes the line apart; false when it is not such a line, and then nothing of it is to be used. */
    boolean parse(byte[] bytes, int length) {
        int name = length - 1;
        while (name >= 0 && bytes[name] != ')') {
            name--;
        }
        fields.start(bytes, name + 1, length);
        fields.skip(19);
        startTicks = fields.number();
        fields.skip(3);
        code = fields.number();
        fields.skip(1);
        stack = fields.number();
        return name >= 0 && fields.whole();
    }

    /** Whether this line speaks of the same program of the same process as the other. */
    boolean same(ImageLine other) {
        return startTicks == other.startTicks && code == other.code && stack == other.stack;
    }
}
