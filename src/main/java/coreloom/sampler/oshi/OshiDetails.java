package coreloom.sampler.oshi;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import oshi.software.common.os.linux.LinuxOSThread;
import oshi.software.common.os.linux.LinuxOperatingSystem;
import oshi.software.os.OSProcess;
import oshi.software.os.OSThread;
import oshi.software.os.OperatingSystem;
import oshi.spi.SystemInfoProvider;

/**
 * Threads of a process from OSHI, which reads them anew, in parallel on the common pool. On Linux OSHI leaves out the first thread of a
 * process, whose id is that of the process: it is asked for by itself.
 */
final class OshiDetails implements ThreadDetails {
    private final OperatingSystem system;
    private final boolean linux;
    private final long bootMillis;

    OshiDetails(SystemInfoProvider provider) {
        system = provider.getOperatingSystem();
        linux = system instanceof LinuxOperatingSystem;
        bootMillis = system.getSystemBootTime() * 1000;
    }

    @Override
    public List<ThreadDetail> of(int pid) {
        OSProcess process = system.getProcess(pid);
        if (process == null) {
            return List.of();
        }
        return Stream.concat(first(pid), process.getThreadDetails().stream()).filter(thread -> thread.getState() != OSProcess.State.INVALID)
                .map(this::detail).toList();
    }

    private Stream<OSThread> first(int pid) {
        return system instanceof LinuxOperatingSystem owner ? Stream.of(new LinuxOSThread(pid, pid, owner)) : Stream.of();
    }

    private ThreadDetail detail(OSThread thread) {
        return new ThreadDetail(thread.getThreadId(), thread.getName(), thread.getStartTime(), time(thread), letter(thread.getState()));
    }

    /** OSHI tells zeros of a line that it cannot take apart (a name with a line end does it): its thread then started with the kernel. */
    private OptionalLong time(OSThread thread) {
        long millis = thread.getUserTime() + thread.getKernelTime();
        boolean broken = linux && millis == 0 && thread.getStartTime() == bootMillis;
        return broken ? OptionalLong.empty() : OptionalLong.of(millis);
    }

    /** Elsewhere than on Linux "waiting" is not the uninterruptible wait that the kernel letters D. */
    private char letter(OSProcess.State state) {
        return switch (state) {
            case RUNNING -> 'R';
            case SLEEPING -> 'S';
            case WAITING -> linux ? 'D' : ThreadDetail.UNTOLD;
            case ZOMBIE -> 'Z';
            case STOPPED, SUSPENDED -> 'T';
            case NEW, OTHER, INVALID -> ThreadDetail.UNTOLD;
        };
    }
}
