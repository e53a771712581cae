package coreloom.sampler.linux.python;

import java.util.OptionalInt;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a file tells of the CPython in it: {@code libpython3.13t.so.1.0}, {@code python3.11}, {@code python}.
 *
 * @param library      whether it is the shared library, not a program
 * @param minor        the 12 of 3.12; empty when the name does not tell
 * @param freeThreaded whether it is named a free-threaded build
 */
record PythonName(boolean library, OptionalInt minor, boolean freeThreaded) {
    /** Letters behind the version (PEP 3149): t free-threaded, d debug, m until 3.7. */
    private static final Pattern LIBRARY = Pattern.compile("libpython3\\.(\\d{1,2})([tdmu]{0,3})\\.so(?:\\.[\\d.]{1,9})?");
    private static final Pattern PROGRAM = Pattern.compile("python(?:3(?:\\.(\\d{1,2})([tdmu]{0,3}))?)?");

    /** Empty when a file of that name is no CPython. */
    static Optional<PythonName> of(String fileName) {
        Matcher library = LIBRARY.matcher(fileName);
        if (library.matches()) {
            return Optional.of(of(true, library));
        }
        Matcher program = PROGRAM.matcher(fileName);
        return program.matches() ? Optional.of(of(false, program)) : Optional.empty();
    }

    private static PythonName of(boolean library, Matcher name) {
        if (name.group(1) == null) {
            return new PythonName(library, OptionalInt.empty(), false);
        }
        return new PythonName(library, OptionalInt.of(Integer.parseInt(name.group(1))), name.group(2).contains("t"));
    }
}
