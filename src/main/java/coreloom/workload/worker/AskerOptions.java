package coreloom.workload.worker;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What the process is told that asks the answering worker of its lane.
 *
 * @param socket       where that worker listens
 * @param periodMicros from one request to the next, µs; 0 for the next as soon as there is a reply
 * @param replies      a file that takes each reply, for an experiment
 */
record AskerOptions(Path socket, long periodMicros, Optional<Path> replies) {
    AskerOptions {
        Objects.requireNonNull(socket);
        Objects.requireNonNull(replies);
    }
}
