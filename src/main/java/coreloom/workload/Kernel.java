package coreloom.workload;

import coreloom.gil.bytecode.KernelFault;
import coreloom.gil.bytecode.KernelFile;
import coreloom.gil.bytecode.Program;
import coreloom.workload.variant.Variant;
import coreloom.workload.variant.Variants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The small piece of work that every worker of a lane repeats.
 *
 * @param word its word in profiles
 * @param file its bytecode, for one that is interpreted
 * @param answers whether its worker 0 answers a process that asks
 */
public record Kernel(String word, Optional<Path> file, boolean answers) {
    /** A computing loop. */
    public static final Kernel CPU = ours("cpu");
    /** A request and a blocking wait for its reply, of a given latency. */
    public static final Kernel IO = ours("io");
    /** Work, then a critical section that all workers of the process share. */
    public static final Kernel LOCK = ours("lock");

    /** The folder beside a profile with the kernels that are interpreted. */
    static final String FOLDER = "kernels";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,31}");

    public Kernel {
        Objects.requireNonNull(word);
        Objects.requireNonNull(file);
    }

    private static Kernel ours(String word) {
        return new Kernel(word, Optional.empty(), false);
    }

    /** A kernel in real Python, of that name. */
    static Kernel inPython(String name) {
        return ours(name);
    }

    /**
     * The kernel of that word: one of ours, or that of a file in the folder of kernels. With the ending of such a file it is always the file's.
     *
     * @param profile the file in which the word stands
     * @throws KernelFault when there is such a file, but something is wrong in it
     */
    static Optional<Kernel> named(String word, Path profile) throws KernelFault {
        Optional<Kernel> ours = named(word);
        if (ours.isPresent()) {
            return ours;
        }
        String name = word.endsWith(KernelFile.ENDING) ? word.substring(0, word.length() - KernelFile.ENDING.length()) : word;
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Path file = profile.resolveSibling(FOLDER).resolve(name + KernelFile.ENDING);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Program program = KernelFile.read(file);
        return Optional.of(new Kernel(word, Optional.of(file.toAbsolutePath().normalize()), program.answers()));
    }

    /** The kernel of ours with that word. */
    public static Optional<Kernel> named(String word) {
        return List.of(CPU, IO, LOCK).stream().filter(kernel -> kernel.word.equals(word)).findFirst();
    }

    /** The variants that can run it, in the order in which they are named to people. */
    public List<Variant> variants() {
        return Variants.ALL;
    }

    /** The words of our own. */
    public static List<String> words() {
        return List.of(CPU.word, IO.word, LOCK.word);
    }

    /** What workers are told: options and their values. */
    List<String> options() {
        return file.map(path -> List.of("--kernel", "interpreted", "--kernel-file", path.toString())).orElse(List.of("--kernel", word));
    }
}
