package coreloom.gil.bytecode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a kernel's text into a verified program, or into one sentence with file and line.
 *
 * <pre>
 *   # a comment, to the end of the line
 *   constant MASK 0xFFFF
 *   function unit(value)              the first of a work unit; others are called by LOAD_GLOBAL NULL + name … CALL n
 *       RESUME 0
 *   again:                            a label
 *       LOAD_FAST value
 *       LOAD_CONST MASK               a constant, a whole number, None, True or False
 *       BINARY_OP &amp;
 *       …
 * </pre>
 */
public final class Assembler {
    private static final Pattern FUNCTION = Pattern.compile("function\\s+([A-Za-z_]\\w*)\\s*\\(([^()]*)\\)");
    private static final Pattern CONSTANT = Pattern.compile("constant\\s+([A-Za-z_]\\w*)\\s+(\\S+)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    private final String file;
    private final Map<String, Body> bodies = new LinkedHashMap<>();
    private final Pool pool = new Pool();
    private Body current;

    private Assembler(String file) {
        this.file = file;
    }

    /** @param file what sentences call it */
    public static Program assemble(String file, String text) throws KernelFault {
        Assembler assembler = new Assembler(file);
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            assembler.line(new Line(file, i + 1, lines[i].replaceFirst("#.*", "").strip()));
        }
        return Verifier.verify(assembler.draft());
    }

    private void line(Line line) throws KernelFault {
        if (line.text().isEmpty()) {
            return;
        }
        if (line.begins("function")) {
            current = body(line);
        } else if (line.begins("constant")) {
            constant(line);
        } else if (current == null) {
            throw line.fault("stands before the first function; begin one with: function unit(value).");
        } else {
            current.add(line);
        }
    }

    private Body body(Line line) throws KernelFault {
        Matcher head = FUNCTION.matcher(line.text());
        if (!head.matches()) {
            throw line.fault("is no head of a function; write: function name(parameter, parameter).");
        }
        List<String> parameters = new ArrayList<>();
        for (String parameter : head.group(2).isBlank() ? new String[0] : head.group(2).split(",", -1)) {
            if (!NAME.matcher(parameter.strip()).matches() || parameters.contains(parameter.strip())) {
                throw line.fault("has a parameter " + Line.quoted(parameter.strip()) + ", which is no name or there already.");
            }
            parameters.add(parameter.strip());
        }
        Body body = new Body(head.group(1), parameters, line);
        Body earlier = bodies.putIfAbsent(body.name(), body);
        if (earlier != null) {
            throw line.fault("function " + body.name() + " is there already, from line " + earlier.head().number() + ".");
        }
        return body;
    }

    private void constant(Line line) throws KernelFault {
        Matcher constant = CONSTANT.matcher(line.text());
        if (!constant.matches()) {
            throw line.fault("is no constant; write: constant NAME 1234.");
        }
        pool.name(constant.group(1), Line.constant(constant.group(2), line), line);
    }

    private Program.Draft draft() throws KernelFault {
        List<Function> functions = new ArrayList<>();
        List<String> names = List.copyOf(bodies.keySet());
        for (Body body : bodies.values()) {
            functions.add(new FunctionAssembler(body, pool, names).assemble());
        }
        return new Program.Draft(file, functions, pool.constants(), pool.globals());
    }
}
