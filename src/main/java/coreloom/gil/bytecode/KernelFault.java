package coreloom.gil.bytecode;

/** What is wrong in a kernel's text; one sentence with file and line. */
public final class KernelFault extends Exception {
    /** @param line from 1 */
    KernelFault(String file, int line, String sentence) {
        super(file + ", line " + line + ": " + sentence);
    }

    /** About the file as a whole. */
    public KernelFault(String file, String sentence) {
        super(file + ": " + sentence);
    }
}
