package coreloom.sampler.linux.python;

import coreloom.sampler.Faults;
import coreloom.sampler.linux.OpenFiles;
import java.nio.file.Path;

/**
 * What all processes of one {@link PythonProcesses} share.
 *
 * @param proc     {@code /proc}
 * @param files    the budget of open files
 * @param binaries the files of interpreters
 * @param faults   where lost readings are counted
 */
record PythonShared(Path proc, OpenFiles files, RuntimeBinaries binaries, Faults faults) {
    /** {@code /proc/PID}. */
    Path process(int pid) {
        return proc.resolve(Integer.toString(pid));
    }

    ProcessMemory memory(int pid) {
        return new ProcessMemory(process(pid).resolve("mem"), files);
    }
}
