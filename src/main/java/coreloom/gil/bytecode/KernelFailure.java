package coreloom.gil.bytecode;

/** What Python would raise while a kernel runs: one sentence with file and line. The kernel cannot go on. */
public final class KernelFailure extends RuntimeException {
    KernelFailure(String file, int line, String sentence) {
        super(file + ", line " + line + ": " + sentence);
    }

    /** The sentence alone. */
    @Override
    public String toString() {
        return getMessage();
    }
}
