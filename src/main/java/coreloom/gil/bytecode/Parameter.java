package coreloom.gil.bytecode;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A number that the profile sets and a kernel reads as a global of that name. */
public enum Parameter {
    /** Steps of the interpreted loop in one work unit. */
    UNIT_STEPS,
    /** Steps inside the critical section. */
    CRITICAL_STEPS,
    /** Steps outside of it. */
    OUTSIDE_STEPS,
    /** How long a blocking call lasts, µs. */
    LATENCY_MICROS,
    /** How much an extension call works on. */
    EXTENSION_BYTES,
    /** Steps of one long operation: as many as take the time that the profile gives. */
    OPERATION_STEPS,
    /** Number of the worker within its lane, from 0. */
    WORKER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Parameter> named(String name) {
        return Arrays.stream(values()).filter(parameter -> parameter.word().equals(name)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Parameter::word).toList();
    }
}
