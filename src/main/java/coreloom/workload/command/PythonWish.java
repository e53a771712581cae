package coreloom.workload.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Python a profile asks for: a version, to be looked for by its name, or the file of an interpreter.
 *
 * @param text         as it stands in the profile
 * @param file         the interpreter, when one is named
 * @param version      the parts of the version that were given, major first; empty with a file
 * @param freeThreaded whether it is to be a build without the interpreter lock; with a file it may be either
 */
public record PythonWish(String text, Optional<Path> file, List<Integer> version, boolean freeThreaded) {
    /** What the key must be, for a sentence. */
    public static final String RULE = "must be a version from 3.8 on, such as \"3\", \"3.13\" or \"3.13t\", or the absolute path of an interpreter";

    private static final Pattern VERSION = Pattern.compile("(3(?:\\.\\d{1,3}){0,2})(t?)");
    private static final int OLDEST_MINOR = 8;
    private static final int SHORT = 2;

    public PythonWish {
        version = List.copyOf(version);
    }

    /** Empty when the text is neither a version that the kernels run on nor an absolute path. */
    public static Optional<PythonWish> parse(String text) {
        Matcher matcher = VERSION.matcher(text);
        if (matcher.matches()) {
            List<Integer> parts = Arrays.stream(matcher.group(1).split("\\.")).map(Integer::valueOf).toList();
            boolean old = parts.size() > 1 && parts.get(1) < OLDEST_MINOR;
            return old ? Optional.empty() : Optional.of(new PythonWish(text, Optional.empty(), parts, !matcher.group(2).isEmpty()));
        }
        return absolute(text).map(path -> new PythonWish(text, Optional.of(path), List.of(), false));
    }

    static Optional<Path> absolute(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What it is looked for under, the best name first; empty with a file. */
    List<String> names() {
        if (file.isPresent()) {
            return List.of();
        }
        String minor = String.join(".", version.stream().limit(SHORT).map(String::valueOf).toList());
        List<String> names = new ArrayList<>();
        if (freeThreaded) {
            names.add("python" + minor + "t");
        }
        names.addAll(List.of("python" + minor, "python3", "python"));
        return names.stream().distinct().toList();
    }

    /** The files to ask, in order and each once: under every name all folders of the search path. */
    List<Path> candidates(List<Path> searchPath) {
        if (file.isPresent()) {
            return List.of(file.get());
        }
        Set<Path> found = new LinkedHashSet<>();
        for (String name : names()) {
            searchPath.stream().map(folder -> folder.resolve(name)).filter(PythonWish::runnable).forEach(found::add);
        }
        return List.copyOf(found);
    }

    static boolean runnable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    /** Whether that is the one. */
    boolean fits(Interpreter found) {
        if (found.part(0) != 3 || found.part(1) < OLDEST_MINOR) {
            return false;
        }
        boolean fits = file.isPresent() || found.implementation().equals("CPython") && found.freeThreaded() == freeThreaded;
        for (int i = 0; i < version.size(); i++) {
            fits &= found.part(i) == version.get(i);
        }
        return fits;
    }

    /** What was looked for and where, as the beginning of a sentence. */
    String absence() {
        if (file.isPresent()) {
            return "there is no Python from 3.8 on at that path";
        }
        String one = "there is no CPython " + text.replace("t", "") + (freeThreaded ? " without the interpreter lock" : "") + " on PATH";
        return one + " (looked for " + String.join(", ", names()) + ")";
    }

    /** The folders of the variable PATH. */
    public static List<Path> searchPath(String variable) {
        List<Path> folders = new ArrayList<>();
        for (String folder : (variable == null ? "/usr/bin:/bin" : variable).split(File.pathSeparator)) {
            absolute(folder).ifPresent(folders::add);
        }
        return folders;
    }
}
