package coreloom.sampler.oshi;

import java.util.List;

/** Where {@link OshiThreads} asks for the threads of a process. */
@FunctionalInterface
interface ThreadDetails {
    /** Its threads; none when there is no such process. */
    List<ThreadDetail> of(int pid);
}
