package coreloom.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** The line by way of the C library: a microsecond a call, never waiting for the line. Loading it takes 65–200 ms. */
final class NativeLine implements TerminalLine {
    private static final int INPUT = 0;
    private static final int OUTPUT = 1;
    private static final int NOW = 0;
    private static final int OUTPUT_QUEUE = 1;
    private static final int STOP = 20;
    private static final int OWN_GROUP = 0;
    private static final NativeLong GET_SIZE = new NativeLong(0x5413);

    private final byte[] saved;
    private final byte[] raw;

    static {
        Native.register(NativeLine.class, Platform.C_LIBRARY_NAME);
    }

    private NativeLine(byte[] saved) {
        this.saved = saved;
        this.raw = Termios.raw(saved);
    }

    /**
     * Loads the C library.
     *
     * @param savedSettings what {@code stty -g} said before the modes were changed
     * @return empty where this class does not know the numbers of the kernel, or cannot load
     */
    static Optional<TerminalLine> load(String savedSettings) {
        try {
            byte[] now = new byte[Termios.SIZE_BYTES];
            return isKnownKernel() && tcgetattr(INPUT, now) == 0
                    ? Termios.with(now, savedSettings).map(NativeLine::new) : Optional.empty();
        } catch (LinkageError cannotLoad) {
            return Optional.empty();
        }
    }

    /** Linux on machines that share the generic numbers; the others keep to {@link SttyLine}. */
    private static boolean isKnownKernel() {
        return Platform.isLinux() && !Platform.isMIPS() && !Platform.isPPC() && !Platform.isSPARC();
    }

    @Override
    public void raw() {
        tcsetattr(INPUT, NOW, raw);
    }

    /** Not in the background: there the shell has set the modes for itself, and asking would stop us. */
    @Override
    public void restore() {
        if (tcgetpgrp(INPUT) == getpgrp()) {
            tcsetattr(INPUT, NOW, saved);
        }
    }

    @Override
    public Optional<TerminalSize> size() {
        byte[] answer = new byte[4 * Short.BYTES];
        if (ioctl(OUTPUT, GET_SIZE, answer) != 0) {
            return Optional.empty();
        }
        ByteBuffer numbers = ByteBuffer.wrap(answer).order(ByteOrder.nativeOrder());
        return Optional.of(LineSize.of(numbers.getShort(2) & 0xffff, numbers.getShort(0) & 0xffff));
    }

    @Override
    public void stopProcessGroup() {
        kill(OWN_GROUP, STOP);
    }

    @Override
    public void discardOutput() {
        tcflush(OUTPUT, OUTPUT_QUEUE);
    }

    private static native int tcgetattr(int descriptor, byte[] settings);

    private static native int tcsetattr(int descriptor, int when, byte[] settings);

    private static native int tcgetpgrp(int descriptor);

    private static native int getpgrp();

    private static native int tcflush(int descriptor, int queue);

    private static native int ioctl(int descriptor, NativeLong request, byte[] answer);

    private static native int kill(int process, int signal);
}
