package coreloom.sampler.linux;

import coreloom.snapshot.LogicalCore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Machines as their {@code /sys/devices} told them: a file each, a line of it a path and what it holds. */
public final class RealMachine {
    private static final Path MACHINES = Path.of("src/test/resources/topology");

    private RealMachine() {}

    /** The cores of the machine of that name; {@code root} is an empty folder to build its tree in. */
    public static List<LogicalCore> cores(String name, Path root) throws IOException {
        FakeProc devices = new FakeProc(root);
        for (String line : lines(name + ".txt")) {
            int blank = line.indexOf(' ');
            devices.write(line.substring(0, blank), line.substring(blank + 1) + "\n");
        }
        return new SysCores(root).read();
    }

    static List<String> lines(String file) throws IOException {
        return Files.readAllLines(MACHINES.resolve(file)).stream().filter(line -> !line.startsWith("#")).toList();
    }
}
