package coreloom.gil.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The constants and globals of a kernel, each once. */
final class Pool {
    private final List<Long> constants = new ArrayList<>();
    private final List<Global> globals = new ArrayList<>();
    private final Map<String, Long> names = new HashMap<>();

    /** Gives a number a name. */
    void name(String name, long value, Line line) throws KernelFault {
        if (names.putIfAbsent(name, value) != null) {
            throw line.fault("constant " + name + " is there already.");
        }
    }

    /** The place of what that text means. */
    int constant(String text, Line line) throws KernelFault {
        Long value = names.containsKey(text) ? names.get(text) : literal(text, line);
        if (!constants.contains(value)) {
            constants.add(value);
        }
        return constants.indexOf(value);
    }

    private static Long literal(String text, Line line) throws KernelFault {
        return switch (text) {
            case "None" -> null;
            case "True" -> 1L;
            case "False" -> 0L;
            default -> {
                if (Character.isLetter(text.charAt(0)) || text.charAt(0) == '_') {
                    throw line.fault("there is no constant " + Line.quoted(text) + "; write a whole number, None, True or False, "
                            + "or give it a value by: constant NAME 1234.");
                }
                yield Line.constant(text, line);
            }
        };
    }

    /** The place of that global. */
    int global(Global global) {
        if (!globals.contains(global)) {
            globals.add(global);
        }
        return globals.indexOf(global);
    }

    List<Long> constants() {
        return constants;
    }

    List<Global> globals() {
        return globals;
    }
}
