package coreloom.sampler.linux.python;

import coreloom.sampler.linux.elf.ElfException;
import coreloom.sampler.linux.elf.FileBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of interpreters, each read once for all processes that run it. For one thread. */
final class RuntimeBinaries {
    private static final int MOST = 64;

    private record Key(FileId file, String path) {}

    private final Map<Key, RuntimeBinary> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, RuntimeBinary> eldest) {
            return size() > MOST;
        }
    };

    /** What the file tells. {@code process} is {@code /proc/PID}. */
    RuntimeBinary of(Path process, RuntimeFile file) throws BlindException {
        Key key = new Key(file.first().file(), file.first().path());
        RuntimeBinary binary = known.get(key);
        if (binary == null) {
            binary = read(process, file);
            known.put(key, binary);
        }
        return binary;
    }

    private static RuntimeBinary read(Path process, RuntimeFile file) throws BlindException {
        String path = file.first().path();
        for (Path door : doors(process, file)) {
            Optional<FileBytes> opened = open(door);
            if (opened.isPresent()) {
                try (FileBytes bytes = opened.get()) {
                    return RuntimeBinary.read(bytes, file.name());
                } catch (ElfException e) {
                    throw new BlindException(BlindSpot.FILE_UNCLEAR, path, e.getMessage());
                } catch (IOException e) {
                    throw new BlindException(BlindSpot.FILE_UNREADABLE, path);
                }
            }
        }
        throw new BlindException(file.first().removed() ? BlindSpot.FILE_GONE : BlindSpot.FILE_UNREADABLE, path);
    }

    /**
     * Where the mapped file can be opened: as the kernel has it mapped, which only root may do; as the program of the process; by its name
     * as the process sees it. A name that leads elsewhere by now does no harm: what is found through it has to look like a lock.
     */
    private static List<Path> doors(Path process, RuntimeFile file) {
        List<Path> doors = new ArrayList<>();
        Mapping first = file.first();
        doors.add(process.resolve("map_files").resolve(Long.toHexString(first.range().from()) + "-"
                + Long.toHexString(first.range().to())));
        if (!file.name().library()) {
            doors.add(process.resolve("exe"));
        }
        try {
            if (!first.removed()) {
                doors.add(process.resolve("root" + first.path()));
            }
        } catch (InvalidPathException e) {
            // A name that this system cannot spell.
        }
        return doors;
    }

    /** Only a regular file: opening anything else may never end. */
    private static Optional<FileBytes> open(Path door) {
        try {
            return Files.isRegularFile(door) ? Optional.of(FileBytes.open(door)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
