package coreloom.sampler.linux.python;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real CPython of this machine with two threads that compute and some that wait, each in a way of its own. It does what it is told on its
 * standard input, and ends when that ends. Closing it kills it.
 */
final class RealPython implements AutoCloseable {
    /** Executables, separated as in a path; those on the {@code PATH} are tried in any case. */
    static final String PROPERTY = "coreloom.pythons";
    private static final String PROGRAM = """
            import sys, threading, time, multiprocessing
            ids = {}
            def spin(name):
                ids[name] = threading.get_native_id()
                while True:
                    pass
            def wait(name, block):
                ids[name] = threading.get_native_id()
                block()
            held = threading.Lock()
            held.acquire()
            shared = multiprocessing.Lock()
            shared.acquire()
            ways = {'lock': held.acquire, 'timed': lambda: held.acquire(timeout=3600), 'event': threading.Event().wait,
                    'shared': shared.acquire, 'sleep': lambda: time.sleep(3600)}
            for name in ['spin1', 'spin2']:
                threading.Thread(target=spin, args=(name,), daemon=True).start()
            for name in ways:
                threading.Thread(target=wait, args=(name, ways[name]), daemon=True).start()
            while len(ids) < 7:
                time.sleep(0.01)
            print(' '.join('%s=%d' % pair for pair in ids.items()), flush=True)
            print(sys.version.split()[0], flush=True)
            for line in sys.stdin:
                sys.setswitchinterval(float(line))
                print('done', flush=True)
            """;

    private final Process process;
    private final BufferedReader output;
    private final Writer input;
    private final List<String> threads;
    private final String version;

    private RealPython(Process process) throws IOException {
        this.process = process;
        output = process.inputReader(StandardCharsets.UTF_8);
        input = process.outputWriter(StandardCharsets.UTF_8);
        threads = List.of(line().split(" "));
        version = line();
    }

    static RealPython start(String executable) throws IOException {
        return new RealPython(new ProcessBuilder(executable, "-c", PROGRAM).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** Every CPython 3.8 or later that can be found and run here, each once. */
    static Set<String> executables() {
        Stream<String> found = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> folder + "/python3");
        Stream<String> named = Stream.of(System.getProperty(PROPERTY, "").split(File.pathSeparator)).filter(path -> !path.isEmpty());
        return Stream.concat(named, found).filter(path -> Files.isExecutable(Path.of(path))).filter(RealPython::runs)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean runs(String executable) {
        List<String> command = new ArrayList<>(List.of(executable, "-c"));
        command.add("import sys, multiprocessing.synchronize; sys.exit(sys.version_info < (3, 8) or sys.implementation.name != 'cpython')");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            boolean ended = process.waitFor(20, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private String line() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("python ended before it said what was asked");
        }
        return line;
    }

    int pid() {
        return (int) process.pid();
    }

    /** Its version, as it tells it. */
    String version() {
        return version;
    }

    /** Thread id of that thread. */
    int tid(String name) {
        return threads.stream().filter(pair -> pair.startsWith(name + "=")).map(pair -> Integer.parseInt(pair.substring(name.length() + 1)))
                .findFirst().orElseThrow();
    }

    /** Thread ids of all of them. */
    Set<Integer> tids() {
        Set<Integer> tids = threads.stream().map(pair -> Integer.valueOf(pair.substring(pair.indexOf('=') + 1)))
                .collect(Collectors.toCollection(TreeSet::new));
        tids.add(pid());
        return tids;
    }

    /** Sets its switch interval, and returns when it is set. */
    void switchInterval(String seconds) throws IOException {
        input.write(seconds + "\n");
        input.flush();
        line();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
