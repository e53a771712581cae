package coreloom.workload.worker;

import coreloom.gil.object.Counting;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What the workers repeat.
 *
 * @param file        its text
 * @param sizes       how large a unit of it is
 * @param interpreter how it is interpreted
 */
record KernelOptions(Path file, Sizes sizes, Interpreted interpreter) {
    /**
     * Numbers that a profile gives.
     *
     * @param unitSteps     steps of a unit of the computing kernels
     * @param latencyMicros how long the device takes for a reply, or a sleep lasts, µs
     * @param criticalSteps steps of a unit of the {@code lock} kernel inside the critical section
     * @param outsideSteps  steps of a unit of the {@code lock} kernel before it
     * @param operationMicros how long the one operation of the {@code longop} kernel takes, µs
     */
    record Sizes(int unitSteps, long latencyMicros, int criticalSteps, int outsideSteps, long operationMicros) {}

    /**
     * The interpreter.
     *
     * @param extensionBytes     what a long call of an extension works on
     * @param releaseBytes       from how many bytes on such a call lets the interpreter lock go
     * @param collectorThreshold net containers made before the collector looks at the youngest
     * @param counting           how references are counted; empty for plain under the interpreter lock, biased elsewhere
     */
    record Interpreted(long extensionBytes, long releaseBytes, int collectorThreshold, Optional<Counting.Way> counting) {
        Interpreted {
            Objects.requireNonNull(counting);
        }
    }
}
