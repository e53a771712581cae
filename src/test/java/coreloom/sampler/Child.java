package coreloom.sampler;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A child JVM of a test, with the classes of this one and no threads that come and go by themselves. Closing it kills it. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private Child(Process process) {
        this.process = process;
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    static Child start(Class<?> main, String... virtualMachineOptions) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xint", "-XX:+UseSerialGC", "-Xmx64m"));
        command.addAll(List.of(virtualMachineOptions));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return new Child(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    int pid() {
        return (int) process.pid();
    }

    /** Waits for its next line; null at the end. */
    String line() throws IOException {
        return output.readLine();
    }

    List<String> allLines() {
        return output.lines().toList();
    }

    @Override
    public void close() {
        kill();
    }

    /** Kills it and waits until the kernel has forgotten it. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }
}
