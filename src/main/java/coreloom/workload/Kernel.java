package coreloom.workload;

import coreloom.gil.bytecode.KernelFault;
import coreloom.gil.bytecode.KernelFile;
import coreloom.gil.bytecode.Program;
import coreloom.workload.variant.Variant;
import coreloom.workload.variant.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The small piece of work that every worker of a lane repeats.
 *
 * @param word    its word in profiles
 * @param file    its bytecode; empty for one that is not ours to run
 * @param answers whether its worker 0 answers a process that asks
 */
public record Kernel(String word, Optional<Path> file, boolean answers) {
    /** What a program of the user's does, whatever that is. */
    public static final Kernel NONE = new Kernel("none", Optional.empty(), false);
    /** The word of a computing loop, the kernel of a lane that names none. */
    static final String PRESET = "cpu";

    /** The folder of kernels beside a profile, and beside those that came with the program. */
    static final String FOLDER = "kernels";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,31}");

    public Kernel {
        Objects.requireNonNull(word);
        Objects.requireNonNull(file);
    }

    /** A kernel in real Python, of that name. */
    static Kernel inPython(String name) {
        return new Kernel(name, Optional.empty(), false);
    }

    /**
     * The kernel of that word, with or without the ending of its file: from the folder of kernels beside the profile, else of those that came
     * with the program.
     *
     * @param profile the file in which the word stands
     * @throws KernelFault when there is such a file, but something is wrong in it
     */
    static Optional<Kernel> named(String word, Path profile) throws KernelFault {
        Optional<Kernel> beside = in(profile.resolveSibling(FOLDER), word);
        return beside.isPresent() ? beside : named(word);
    }

    /** The kernel of that word among those that came with the program. */
    public static Optional<Kernel> named(String word) throws KernelFault {
        return in(shipped(), word);
    }

    private static Optional<Kernel> in(Path folder, String word) throws KernelFault {
        String name = word.endsWith(KernelFile.ENDING) ? word.substring(0, word.length() - KernelFile.ENDING.length()) : word;
        Path file = NAME.matcher(name).matches() ? folder.resolve(name + KernelFile.ENDING) : folder;
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Program program = KernelFile.read(file);
        return Optional.of(new Kernel(word, Optional.of(file.toAbsolutePath().normalize()), program.answers()));
    }

    private static Path shipped() {
        return ShippedFolder.path().resolve(FOLDER);
    }

    /** The variants that can run it, in the order in which they are named to people. */
    public List<Variant> variants() {
        return Variants.ALL;
    }

    /** The words of those that came with the program; none where their folder is missing. */
    public static List<String> words() {
        try (Stream<Path> files = Files.list(shipped())) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(KernelFile.ENDING))
                    .map(name -> name.substring(0, name.length() - KernelFile.ENDING.length())).sorted().toList();
        } catch (IOException missing) {
            return List.of();
        }
    }

    /** What there is to choose from, for a sentence; or what is missing, where nothing is. */
    public static String choice() {
        List<String> words = words();
        return words.isEmpty() ? "the kernels that come with the program are missing, there is no folder " + shipped()
                : "the kernels are " + String.join(", ", words);
    }

    /** What workers are told: an option and its value. */
    List<String> options() {
        return List.of("--kernel", file.orElseThrow().toString());
    }
}
