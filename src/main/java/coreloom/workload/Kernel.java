package coreloom.workload;

import coreloom.workload.variant.Variant;
import coreloom.workload.variant.Variants;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The small piece of work that every worker of a lane repeats. */
public enum Kernel {
    /** An interpreted loop. */
    CPU("cpu"),
    /** A request and a blocking wait for its reply, of a given latency. */
    IO("io"),
    /** Work, then a critical section that all workers of the process share. */
    LOCK("lock");

    private final String word;

    Kernel(String word) {
        this.word = word;
    }

    /** The variants that can run it, in the order in which they are named to people. */
    public List<Variant> variants() {
        return Variants.ALL;
    }

    /** Its word in profiles and on the command line of a worker process. */
    public String word() {
        return word;
    }

    /** The kernel of that word. */
    public static Optional<Kernel> named(String word) {
        return Arrays.stream(values()).filter(kernel -> kernel.word.equals(word)).findFirst();
    }

    /** The words of all, for a sentence. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Kernel::word).toList();
    }
}
