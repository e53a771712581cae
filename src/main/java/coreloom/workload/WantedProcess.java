package coreloom.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The process that a person wants to watch, or why that cannot be, as a sentence. */
final class WantedProcess {
    private final Path proc;
    private final int number;
    private final ProcessStat stat;

    /**
     * @param proc {@code /proc}, or a tree like it
     * @param pid  as a person wrote it
     * @throws Refusal when it is no process id, or there is no such process that we may see
     */
    WantedProcess(Path proc, String pid) throws Refusal {
        this.proc = proc;
        number = numberOf(pid);
        if (!Files.isDirectory(proc)) {
            throw new Refusal("Watching a running process needs " + proc
                    + ", which this system does not have; use run instead.");
        }
        Optional<ProcessStat> found = ProcessStat.read(proc, number);
        if (found.isEmpty()) {
            throw new Refusal(whyNot());
        }
        stat = found.get();
        if (stat.ended()) {
            throw new Refusal("Process " + number + " has ended: what is left of it is an exit code that its parent, process " + stat.parent()
                    + ", has not asked for; see ps for those that run.");
        }
    }

    private static int numberOf(String pid) throws Refusal {
        if (!pid.matches("[0-9]{1,9}")) {
            throw new Refusal("A process id is a whole number, but " + Section.quoted(pid) + " is not; see ps for those there are.");
        }
        return Integer.parseInt(pid);
    }

    private String whyNot() {
        if (Files.isDirectory(proc.resolve(String.valueOf(number))) && !Files.isReadable(proc.resolve(number + "/task/" + number + "/stat"))) {
            return "Process " + number + " may not be seen: permission denied; run as its user, or as root.";
        }
        if (hides()) {
            return "There is no running process with the id " + number + ", or " + proc
                    + " does not show it: it is mounted with hidepid, which hides those of other users; run as its user, or as root.";
        }
        return "There is no running process with the id " + number + "; see ps for those there are.";
    }

    private boolean hides() {
        try {
            return Files.readString(proc.resolve("self/mounts")).lines()
                    .anyMatch(line -> line.matches("\\S+ /proc proc .*hidepid=([1-9]|noaccess|invisible|ptraceable).*"));
        } catch (IOException e) {
            return false;
        }
    }

    int number() {
        return number;
    }

    ProcessStat stat() {
        return stat;
    }
}
