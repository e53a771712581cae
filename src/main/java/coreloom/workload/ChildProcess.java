package coreloom.workload;

import coreloom.telemetry.TelemetryPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * A worker process of the operating system.
 *
 * @param telemetry its page
 * @param words     the file that takes what it writes
 * @param traces    all files to remove after its end
 */
record ChildProcess(Process process, TelemetryPage telemetry, Path words, List<Path> traces) implements WorkerProcess {
    @Override
    public int pid() {
        return (int) process.pid();
    }

    @Override
    public boolean alive() {
        return process.isAlive();
    }

    /** The runtime already reports a signal as 128 + its number. */
    @Override
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    @Override
    public String lastWords() {
        return LastWords.read(words);
    }

    @Override
    public void tell(byte order) {
        try {
            process.getOutputStream().write(order);
            process.getOutputStream().flush();
        } catch (IOException e) {
            return; // it has ended; whoever watches it will notice
        }
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void forget() {
        traces.forEach(RunFolder::delete);
    }
}
