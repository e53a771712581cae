package coreloom.sampler.linux.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The futex call in which a thread is, from {@code /proc/PID/task/TID/syscall}. */
record FutexCall(long address, int operation, boolean timed) {
    /** Its number on this machine, empty when that is not known. */
    static final Optional<String> NUMBER = switch (System.getProperty("os.arch")) {
        case "amd64" -> Optional.of("202");
        case "aarch64" -> Optional.of("98");
        default -> Optional.empty();
    };

    /** Empty when the thread runs, or waits in another call. */
    static Optional<FutexCall> of(Path syscall) {
        try {
            String[] fields = Files.readString(syscall).strip().split(" ");
            boolean futex = fields.length > 4 && NUMBER.filter(fields[0]::equals).isPresent();
            return futex ? Optional.of(new FutexCall(word(fields[1]), (int) word(fields[2]), word(fields[4]) != 0)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long word(String hex) {
        return Long.parseUnsignedLong(hex.substring(2), 16);
    }
}
