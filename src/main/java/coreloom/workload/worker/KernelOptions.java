package coreloom.workload.worker;

import coreloom.gil.object.Counting;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What the workers repeat.
 *
 * @param kind        which of the kernels
 * @param sizes       how large a unit of it is
 * @param interpreter for kernels that are interpreted
 */
record KernelOptions(Kernel.Kind kind, Sizes sizes, Interpreted interpreter) {
    /**
     * Numbers that a profile gives.
     *
     * @param unitSteps     steps of a unit of the {@code cpu} kernel
     * @param latencyMicros how long the device takes for a reply, µs
     * @param criticalSteps steps of a unit of the {@code lock} kernel inside the critical section
     * @param outsideSteps  steps of a unit of the {@code lock} kernel before it
     * @param operationMicros how long the one operation of the {@code longop} kernel takes, µs
     */
    record Sizes(int unitSteps, long latencyMicros, int criticalSteps, int outsideSteps, long operationMicros) {}

    /**
     * The interpreter and its kernel.
     *
     * @param file               the kernel's text; empty for a kernel that is not interpreted
     * @param extensionBytes     what a long call of an extension works on
     * @param releaseBytes       from how many bytes on such a call lets the interpreter lock go
     * @param collectorThreshold net containers made before the collector looks at the youngest
     * @param counting           how references are counted; empty for plain under the interpreter lock, biased elsewhere
     */
    record Interpreted(Optional<Path> file, long extensionBytes, long releaseBytes, int collectorThreshold, Optional<Counting.Way> counting) {
        Interpreted {
            Objects.requireNonNull(file);
            Objects.requireNonNull(counting);
        }
    }
}
