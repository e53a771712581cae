package coreloom.sampler;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A child JVM of a test, with the classes of this one and no threads that come and go by themselves. Closing it kills it. */
public final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private Child(Process process) {
        this.process = process;
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    public static Child start(Class<?> main, String... options) throws IOException {
        return start(List.of(), main, options);
    }

    /** A child that may have that many files open, and does not raise the limit by itself. */
    public static Child startWithOpenFiles(int limit, Class<?> main) throws IOException {
        return start(List.of("sh", "-c", "ulimit -n " + limit + "; exec \"$@\"", "sh"), main, "-XX:-MaxFDLimit");
    }

    private static Child start(List<String> before, Class<?> main, String... options) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(List.of("-Xint", "-XX:+UseSerialGC", "-Xmx64m"));
        command.addAll(List.of(options));
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

    /** Everything it says until its end. */
    public List<String> allLines() {
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
