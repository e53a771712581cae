package coreloom.app;

import coreloom.recording.RecordingLimits;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that record; apart from those that show, because a replay is not recorded. */
final class RecordOptions {
    private static final long SMALLEST_BYTES = 1 << 20;

    @Option(names = "--record", paramLabel = "FILE",
        description = "Record the session into this file from the start; it must not exist yet. FILE.gz is compressed.")
    private Path file;

    @Option(names = "--record-max-size", paramLabel = "SIZE", converter = SizeInBytes.Converter.class,
        description = "Cut recordings into pieces of this size, 1M at least, each of which can be replayed alone: run.jsonl into run-0001.jsonl, run-0002.jsonl, …")
    private SizeInBytes maxSize;

    @Option(names = "--record-keep", paramLabel = "N", description = "With --record-max-size: keep the newest N pieces and remove older ones.")
    private Integer keep;

    /** The file to record into from the start. */
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** How much room recordings may take, those begun by key too. */
    RecordingLimits limits() throws BadInput {
        if (keep != null && maxSize == null) {
            throw new BadInput("--record-keep goes with --record-max-size.");
        }
        if (keep != null && keep < 1) {
            throw new BadInput("--record-keep must be at least 1.");
        }
        if (maxSize != null && maxSize.bytes() < SMALLEST_BYTES) {
            throw new BadInput("--record-max-size must be at least 1M.");
        }
        return new RecordingLimits(maxSize == null ? Long.MAX_VALUE : maxSize.bytes(), keep == null ? Integer.MAX_VALUE : keep);
    }
}
