package coreloom.sampler;

import coreloom.sampler.linux.OnlineCores;
import coreloom.sampler.linux.OwnStat;
import coreloom.sampler.linux.ProcThreads;
import coreloom.sampler.linux.SysCores;
import coreloom.sampler.linux.ThreadCpu;
import coreloom.sampler.oshi.OshiCores;
import coreloom.sampler.oshi.OshiThreads;
import coreloom.sampler.unsupported.IgnoredThreads;
import coreloom.sampler.unsupported.NoThreads;
import coreloom.snapshot.Host;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Chooses the doors of the platform that the monitor runs on. Loads neither OSHI nor JNA. */
final class ThisMachine {
    private static final boolean LINUX = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
    private static final Path PROC = Path.of("/proc");
    private static final Path DEVICES = Path.of("/sys/devices");
    private static final Path ONLINE = DEVICES.resolve("system/cpu/online");

    private ThisMachine() {}

    static Doors doors(ThreadChoice choice) {
        Faults faults = new Faults();
        OshiCores cores = LINUX ? OshiCores.linux(new OnlineCores(ONLINE), new SysCores(DEVICES), faults) : OshiCores.elsewhere(faults);
        OwnCpu ownCpu = LINUX ? new OwnStat(PROC, faults) : ThisMachine::ownCpuNanos;
        OwnCpu threadCpu = LINUX ? new ThreadCpu(PROC) : () -> 0;
        Host host = LINUX ? ThisHost.linux(PROC, System.getenv()) : ThisHost.elsewhere(System.getenv());
        return new Doors(host, cores, threads(choice, faults), ownCpu, threadCpu, faults);
    }

    private static ThreadReader threads(ThreadChoice choice, Faults faults) {
        return switch (choice) {
            case BEST -> threads(LINUX ? ThreadChoice.PROC : ThreadChoice.OSHI, faults);
            case PROC -> LINUX ? new ProcThreads(PROC, faults) : new NoThreads("there is no /proc", faults);
            case OSHI -> LINUX ? OshiThreads.linux(faults) : OshiThreads.elsewhere(faults);
            case NONE -> new IgnoredThreads();
        };
    }

    private static long ownCpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }
}
