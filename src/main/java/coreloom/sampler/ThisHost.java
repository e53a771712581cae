package coreloom.sampler;

import coreloom.snapshot.Host;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What is known of the machine at once, without OSHI, network or another process: all but the topology. */
final class ThisHost {
    private ThisHost() {}

    /** {@code proc} is {@code /proc}; what it lacks comes from the Java runtime. */
    static Host linux(Path proc, Map<String, String> environment) {
        Path kernel = proc.resolve("sys/kernel");
        String name = firstLine(kernel.resolve("hostname"), environment.getOrDefault("HOSTNAME", "this machine"));
        String type = firstLine(kernel.resolve("ostype"), System.getProperty("os.name"));
        return host(name, type + " " + firstLine(kernel.resolve("osrelease"), System.getProperty("os.version")));
    }

    static Host elsewhere(Map<String, String> environment) {
        String name = environment.getOrDefault("COMPUTERNAME", environment.getOrDefault("HOSTNAME", "this machine"));
        return host(name, System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }

    private static Host host(String name, String system) {
        return new Host(name, system, "Java " + Runtime.version(), Runtime.getRuntime().availableProcessors(), List.of());
    }

    private static String firstLine(Path file, String otherwise) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().findFirst()
                    .filter(line -> !line.isBlank()).orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }
}
