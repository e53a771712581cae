package coreloom.gil.bytecode;

/**
 * One line of a kernel, without its comment.
 *
 * @param number from 1
 */
record Line(String file, int number, String text) {
    private static final int SHOWN_CHARACTERS = 40;

    boolean begins(String word) {
        return text.equals(word) || text.startsWith(word + " ") || text.startsWith(word + "\t");
    }

    KernelFault fault(String sentence) {
        return new KernelFault(file, number, sentence);
    }

    /** The first word. */
    String word() {
        return text.split("\\s+", 2)[0];
    }

    /** What stands behind the first word; empty when nothing does. */
    String rest() {
        String[] parts = text.split("\\s+", 2);
        return parts.length == 1 ? "" : parts[1].strip();
    }

    static String quoted(String text) {
        String shown = text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "…" : text;
        return '"' + shown.replaceAll("\\p{Cntrl}", "?") + '"';
    }

    /** A whole number as Python writes it: decimal or hexadecimal, perhaps with underscores. */
    static long constant(String text, Line line) throws KernelFault {
        String digits = text.replaceAll("(?<=[0-9a-fA-F])_(?=[0-9a-fA-F])", "");
        try {
            boolean octal = digits.matches("[-+]?0[0-9]+") || digits.contains("#");
            if (!octal) {
                return Long.decode(digits);
            }
        } catch (NumberFormatException none) {
            // said below
        }
        throw line.fault(quoted(text) + " is no whole number of 64 bits.");
    }
}
