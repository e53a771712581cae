package coreloom.gil.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The lines of one function and where its labels point to; nothing is resolved yet. */
final class Body {
    private static final Pattern LABEL = Pattern.compile("[A-Za-z_]\\w*:");

    private final String name;
    private final List<String> parameters;
    private final Line head;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Integer> labels = new HashMap<>();

    Body(String name, List<String> parameters, Line head) {
        this.name = name;
        this.parameters = parameters;
        this.head = head;
    }

    /** Adds a label or an instruction. */
    void add(Line line) throws KernelFault {
        if (!LABEL.matcher(line.text()).matches()) {
            lines.add(line);
            return;
        }
        String label = line.text().substring(0, line.text().length() - 1);
        if (labels.putIfAbsent(label, lines.size()) != null) {
            throw line.fault("label " + label + " is in function " + name + " already.");
        }
    }

    /** The number of the instruction behind that label; null when there is no such label. */
    Integer target(String label) {
        return labels.get(label);
    }

    String name() {
        return name;
    }

    List<String> parameters() {
        return parameters;
    }

    Line head() {
        return head;
    }

    List<Line> lines() {
        return lines;
    }
}
