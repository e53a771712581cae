package coreloom.sampler.linux.python;

import coreloom.snapshot.Interpreter;
import java.util.OptionalInt;

/**
 * A version of CPython 3.
 *
 * @param minor        the 12 of 3.12; empty when it is not known
 * @param text         as much as is known: {@code 3.12.1}, {@code 3.14.0rc2}, {@code 3.12}, {@code 3}
 * @param freeThreaded whether it was built to run without its lock (PEP 703)
 */
public record PythonVersion(OptionalInt minor, String text, boolean freeThreaded) {
    /** What the file's name alone tells. */
    static PythonVersion of(PythonName name) {
        String text = name.minor().isPresent() ? "3." + name.minor().getAsInt() : "3";
        return new PythonVersion(name.minor(), text, name.freeThreaded());
    }

    /** The version with that text instead. */
    PythonVersion withText(String exact) {
        return new PythonVersion(minor, exact, freeThreaded);
    }

    /**
     * The version that {@code PY_VERSION_HEX} tells (docs.python.org, "API and ABI versioning"); this one when it contradicts what is
     * known.
     *
     * <pre>
     *   bits 31–24  23–16  15–8   7–4               3–0
     *        3      minor  micro  a b c f (final)   serial
     * </pre>
     */
    PythonVersion withHex(long hex) {
        int told = (int) (hex >> 16 & 0xff);
        if (hex >>> 24 != 3 || minor.isPresent() && minor.getAsInt() != told) {
            return this;
        }
        String level = switch ((int) (hex >> 4 & 0xf)) {
            case 0xa -> "a" + (hex & 0xf);
            case 0xb -> "b" + (hex & 0xf);
            case 0xc -> "rc" + (hex & 0xf);
            default -> "";
        };
        return new PythonVersion(OptionalInt.of(told), "3." + told + "." + (hex >> 8 & 0xff) + level, freeThreaded);
    }

    /** Whether it is known to be that version or a later one. */
    public boolean atLeast(int wanted) {
        return minor.isPresent() && minor.getAsInt() >= wanted;
    }

    Interpreter asInterpreter() {
        return new Interpreter(text, freeThreaded);
    }
}
