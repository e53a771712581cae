package coreloom.workload;

import coreloom.telemetry.TelemetryPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;

/** A worker process of the operating system, its page and the file that takes what it writes. */
record ChildProcess(Process process, TelemetryPage telemetry, Path pageFile, Path words) implements WorkerProcess {
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
        RunFolder.delete(pageFile);
        RunFolder.delete(words);
    }
}
