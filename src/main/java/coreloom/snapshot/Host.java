package coreloom.snapshot;

import java.util.List;
import java.util.Objects;

/**
 * The machine a session was seen on.
 *
 * @param name        host name
 * @param system      kernel or operating system, with version
 * @param runtime     the monitor's Java runtime
 * @param usableCores cores that this process may use (affinity and quota), as the runtime tells
 * @param cores       topology; empty until or unless it is known
 */
public record Host(String name, String system, String runtime, int usableCores, List<LogicalCore> cores) {
    public Host {
        Objects.requireNonNull(name);
        Objects.requireNonNull(system);
        Objects.requireNonNull(runtime);
        cores = List.copyOf(cores);
    }
}
