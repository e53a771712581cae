package coreloom.workload;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder of the monitor's own for telemetry pages and what workers write, in memory where the system has such a place, readable by
 * its owner alone. Its name holds the monitor's process id and what it is an id in, since containers may share the place and not the ids:
 * {@code coreloom-PID-NAMESPACE-…}.
 */
final class RunFolder implements AutoCloseable {
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final long WANTED_BYTES = 16 << 20;
    private static final Path NAMESPACE_LINK = Path.of("/proc/self/ns/pid");
    /** The kernel's number of the namespace that our process ids are of; 0 where nobody tells. */
    private static final String NAMESPACE = namespace();
    private static final Pattern NAME = Pattern.compile("coreloom-(\\d{1,18})-" + NAMESPACE + "-.*");

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    /** Makes one in the best place, and removes what dead monitors have left there. */
    static RunFolder create() throws IOException {
        return createIn(inMemory() ? SHARED_MEMORY : Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** A page is mapped: writing to one for which there is no room would end the process. So a full place is no place. */
    private static boolean inMemory() {
        try {
            return Files.isWritable(SHARED_MEMORY) && Files.getFileStore(SHARED_MEMORY).getUsableSpace() >= WANTED_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    static RunFolder createIn(Path place) throws IOException {
        Path path = Files.createTempDirectory(place, prefix(ProcessHandle.current().pid()));
        sweep(place, Files.getOwner(path));
        return new RunFolder(path);
    }

    /** How the names of the folders begin of the monitor with that process id. */
    static String prefix(long pid) {
        return "coreloom-" + pid + "-" + NAMESPACE + "-";
    }

    private static String namespace() {
        try {
            String digits = Files.readSymbolicLink(NAMESPACE_LINK).toString().replaceAll("\\D", "");
            return digits.isEmpty() ? "0" : digits;
        } catch (IOException | UnsupportedOperationException e) {
            return "0";
        }
    }

    Path path() {
        return path;
    }

    private static void sweep(Path place, UserPrincipal us) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, "coreloom-*")) {
            for (Path folder : folders) {
                if (leftByDead(folder) && ownedBy(us, folder)) {
                    remove(folder);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return; // what others have left is not worth a run
        }
    }

    private static boolean leftByDead(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    /** Not so for one that is gone: another monitor may sweep at the same time. */
    private static boolean ownedBy(UserPrincipal us, Path folder) {
        try {
            return Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(us);
        } catch (IOException gone) {
            return false;
        }
    }

    private static void remove(Path folder) {
        for (Path file : filesOf(folder)) {
            delete(file);
        }
        delete(folder);
    }

    private static List<Path> filesOf(Path folder) {
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            files.forEach(all::add);
        } catch (IOException | DirectoryIteratorException e) {
            return all;
        }
        return all;
    }

    /** A file that cannot be removed stays for the next monitor's sweep. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            return;
        }
    }

    /** Removes it with all that is in it. */
    @Override
    public void close() {
        remove(path);
    }
}
