package coreloom.sampler.linux;

import java.util.Arrays;

/**
 * The line of {@code /proc/PID/task/TID/syscall} (proc_pid_syscall(5)). Reused for every thread, so that parsing allocates nothing.
 *
 * <pre>
 *   202 0x7f10d4c6a148 0x189 0x0 0x0 0x0 0xffffffff  0x7f10d3bfec60 0x7f10d489c117
 *   number, its six arguments                        stack pointer  program counter
 *   -1 0x7ffd1c9e3a08 0x55d0c2f0a1b0                 blocked outside of a system call, as in a page fault
 *   running                                          on a core, or ready for one
 * </pre>
 */
final class SyscallLine {
    /** Below this address lies every stack of a 32-bit program, and none of another; the numbers of the former are others. */
    private static final long WIDE = 1L << 32;
    private static final int ARGUMENTS = 6;
    private static final int DIGITS = 16;
    private static final byte[] RUNNING = {'r', 'u', 'n', 'n', 'i', 'n', 'g'};

    private final long[] arguments = new long[ARGUMENTS];
    private byte[] line = new byte[0];
    private int at;
    private int end;
    private boolean running;
    private long number;
    private long stack;

    /** Takes the line apart; false when it is not such a line, and then nothing of it is to be used. */
    boolean parse(byte[] bytes, int length) {
        line = bytes;
        end = length;
        while (end > 0 && bytes[end - 1] == '\n') {
            end--;
        }
        running = isRunning();
        return running || parseCall();
    }

    private boolean isRunning() {
        return end == RUNNING.length && Arrays.equals(line, 0, end, RUNNING, 0, RUNNING.length);
    }

    private boolean parseCall() {
        at = 0;
        number = decimal();
        boolean whole = number >= -1;
        for (int i = 0; i < ARGUMENTS && number >= 0; i++) {
            arguments[i] = hexadecimal();
            whole &= at >= 0;
        }
        stack = whole ? hexadecimal() : 0;
        whole = whole && at >= 0;
        if (whole) {
            hexadecimal();
        }
        return whole && at == end;
    }

    /** −2 when there is no number from −1 on. */
    private long decimal() {
        if (end >= 3 && line[0] == '-' && line[1] == '1' && line[2] == ' ') {
            at = 2;
            return -1;
        }
        long value = 0;
        while (at < end && at < 9 && line[at] >= '0' && line[at] <= '9') {
            value = value * 10 + line[at++] - '0';
        }
        return at > 0 && at < end && line[at] == ' ' ? value : -2;
    }

    /** The next number after one blank; at becomes −1 when there is none. */
    private long hexadecimal() {
        if (at < 0 || at + 3 >= end || line[at] != ' ' || line[at + 1] != '0' || line[at + 2] != 'x') {
            at = -1;
            return 0;
        }
        int first = at + 3;
        long value = 0;
        for (at = first; at < end && line[at] != ' '; at++) {
            int digit = Character.digit(line[at], 16);
            if (digit < 0 || at - first >= DIGITS) {
                at = -1;
                return 0;
            }
            value = value << 4 | digit;
        }
        at = at > first ? at : -1;
        return value;
    }

    /** Whether the thread was on a core, or ready for one; then there is nothing else. */
    boolean running() {
        return running;
    }

    /** Number of the system call; −1 when it is blocked outside of one. */
    int number() {
        return (int) number;
    }

    /** An argument, from 0; only in a system call. */
    long argument(int index) {
        return arguments[index];
    }

    /** Whether the program is one of 64 bits, whose numbers are known. */
    boolean wide() {
        return Long.compareUnsigned(stack, WIDE) >= 0;
    }
}
