package coreloom.gil.bytecode;

import java.util.Map;

/**
 * What verification knows of a function.
 *
 * @param maxDepth the greatest depth of its stack
 * @param callees  what each of its {@code CALL} instructions calls, by the instruction's number
 */
record Shape(int maxDepth, Map<Integer, Global> callees) {
    Shape {
        callees = Map.copyOf(callees);
    }
}
