package coreloom.sampler.linux.python;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the lock lies behind the beginning of {@code _PyRuntime} in builds that were looked at, and a thread's id in its thread state.
 * Until 3.11 the lock is a part of the runtime itself; from 3.12 on of its main interpreter, whose place changes with every patch level, so
 * that a build that is not listed is searched.
 */
enum KnownOffsets {
    V3_8(8, 0, 1152),
    V3_9(9, 0, 352),
    V3_10(10, 0, 352),
    V3_11(11, 160, 360),
    /** 3.12.1 and 3.12.10. */
    V3_12(12, 144, 77432, 76768),
    /** 3.13.0, which also tells it itself; see {@link DebugOffsets}. */
    V3_13(13, 160, 96104);

    private static final int[] NONE = {};

    private final int minor;
    private final int tid;
    private final int[] lock;

    KnownOffsets(int minor, int tid, int... lock) {
        this.minor = minor;
        this.tid = tid;
        this.lock = lock;
    }

    /** The offsets worth trying for that version. */
    static int[] ofLock(PythonVersion version) {
        return of(version).map(known -> known.lock.clone()).orElse(NONE);
    }

    /** The offset of the kernel's thread id in a thread state, which every patch level keeps; 0 when there is none or it is not known. */
    static int ofTid(PythonVersion version) {
        return of(version).map(known -> known.tid).orElse(0);
    }

    private static Optional<KnownOffsets> of(PythonVersion version) {
        int minor = version.minor().orElse(0);
        return Stream.of(values()).filter(known -> known.minor == minor && !version.freeThreaded()).findFirst();
    }
}
