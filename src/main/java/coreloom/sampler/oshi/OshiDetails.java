package coreloom.sampler.oshi;

import java.util.List;
import java.util.OptionalLong;
import oshi.software.os.OSProcess;
import oshi.software.os.OSThread;
import oshi.software.os.OperatingSystem;
import oshi.spi.SystemInfoProvider;

/** Threads of a process from OSHI, which reads them anew, in parallel on the common pool. */
final class OshiDetails implements ThreadDetails {
    private final OperatingSystem system;
    private final boolean linux;
    private final long bootMillis;

    OshiDetails(SystemInfoProvider provider, boolean linux) {
        system = provider.getOperatingSystem();
        this.linux = linux;
        bootMillis = system.getSystemBootTime() * 1000;
    }

    @Override
    public List<ThreadDetail> of(int pid) {
        OSProcess process = system.getProcess(pid);
        return process == null ? List.of() : process.getThreadDetails().stream().map(this::detail).toList();
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
