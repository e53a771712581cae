package coreloom.sampler.linux;

import java.util.Arrays;

/**
 * What the system calls of an architecture wait for, by number (arch/x86/entry/syscalls/syscall_64.tbl and
 * include/uapi/asm-generic/unistd.h of Linux 6.12). From 424 on, all architectures have the same numbers.
 */
final class SystemCalls {
    static final SystemCalls X86_64 = new SystemCalls()
            .put(Awaited.FUTEX, 202).put(Awaited.LOCK, 65, 73, 220).put(Awaited.FILE_CONTROL, 72)
            .put(Awaited.FILE, 0, 1, 2, 4, 5, 6, 17, 18, 19, 20, 40, 77, 78, 82, 83, 84, 87, 217, 257, 262, 263, 264, 275, 276, 278, 285,
                    295, 296, 316, 326, 327, 328, 332)
            .put(Awaited.IO, 7, 23, 42, 43, 44, 45, 46, 47, 69, 70, 208, 232, 242, 243, 270, 271, 281, 288, 299, 307, 333)
            .put(Awaited.SYNC, 26, 74, 75, 162, 277, 306).put(Awaited.TIME, 35, 230).put(Awaited.CHILD, 61, 247)
            .put(Awaited.SIGNAL, 34, 128, 130);
    static final SystemCalls AARCH64 = new SystemCalls()
            .put(Awaited.FUTEX, 98).put(Awaited.LOCK, 32, 192, 193).put(Awaited.FILE_CONTROL, 25)
            .put(Awaited.FILE, 35, 38, 46, 47, 56, 61, 63, 64, 65, 66, 67, 68, 69, 70, 71, 75, 76, 77, 79, 80, 276, 285, 286, 287, 291)
            .put(Awaited.IO, 4, 22, 72, 73, 182, 183, 188, 189, 202, 203, 206, 207, 211, 212, 242, 243, 269, 292)
            .put(Awaited.SYNC, 81, 82, 83, 84, 227, 267).put(Awaited.TIME, 101, 115).put(Awaited.CHILD, 95, 260)
            .put(Awaited.SIGNAL, 133, 137);
    /** Of an architecture that is not known here: only the numbers that all have. */
    static final SystemCalls COMMON = new SystemCalls();

    private static final int UNIFIED = 424;
    private static final int HIGHEST = 512;

    private final Awaited[] byNumber = new Awaited[HIGHEST];

    /** With the calls of all architectures: io_uring_enter, openat2, epoll_pwait2, futex_waitv, futex_wait. */
    private SystemCalls() {
        Arrays.fill(byNumber, Awaited.OTHER);
        put(Awaited.IO, 426, 441).put(Awaited.FILE, 437).put(Awaited.FUTEXES, 449).put(Awaited.FUTEX, 455);
    }

    private SystemCalls put(Awaited what, int... numbers) {
        for (int number : numbers) {
            byNumber[number] = what;
        }
        return this;
    }

    /** Those of the machine, which the Java runtime names {@code amd64} or {@code aarch64}. */
    static SystemCalls of(String architecture) {
        return switch (architecture) {
            case "amd64", "x86_64" -> X86_64;
            case "aarch64" -> AARCH64;
            default -> COMMON;
        };
    }

    /** Whether that call is futex(2) itself, whose operation has to be looked at. */
    boolean futex(int number) {
        return number < UNIFIED;
    }

    Awaited of(int number) {
        return number >= 0 && number < HIGHEST ? byNumber[number] : Awaited.OTHER;
    }
}
