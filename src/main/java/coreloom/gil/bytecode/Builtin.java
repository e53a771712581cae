package coreloom.gil.bytecode;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a kernel can call that is not written in it: functions of C in CPython. After most of them the eval breaker is polled; not after those
 * that the specialised forms of {@code CALL} do themselves ({@code CALL_NO_KW_LEN}, {@code CALL_NO_KW_LIST_APPEND}).
 */
enum Builtin {
    /** {@code len(list)}. */
    LEN(1, false, false),
    /** {@code list.append(value)}. */
    APPEND(1, true, false),
    /** {@code object()}. */
    OBJECT(0, false, true),
    /** {@code lock.acquire()}: tried first; if another has it, waited for without the interpreter lock. */
    ACQUIRE(0, true, true),
    /** {@code lock.release()}. */
    RELEASE(0, true, true),
    /** {@code send(question)}: a blocking call; a request to the device. */
    SEND(1, false, true),
    /** {@code receive()}: a blocking call; the device's reply. */
    RECEIVE(0, false, true),
    /** {@code sleep(microseconds)}: a blocking call. */
    SLEEP(1, false, true),
    /** {@code digest(value, bytes)}: a long call of an extension, which lets the interpreter lock go if there are bytes enough. */
    DIGEST(2, false, true),
    /** {@code gc.collect()}: all generations, at once. Tells nothing of what it has found, which differs with the collector. */
    COLLECT(0, false, true),
    /** {@code range(stop)}. */
    RANGE(1, false, true),
    /** {@code sum(range)}: one long operation, within which nothing is looked at. */
    SUM(1, false, true),
    /** {@code connection.recv(1)}: a blocking call; a byte from the process that asks. */
    RECV(1, true, true),
    /** {@code connection.sendall(byte)}: a blocking call; a byte to it. */
    SENDALL(1, true, true);

    private final int arguments;
    private final boolean method;
    private final boolean polled;

    Builtin(int arguments, boolean method, boolean polled) {
        this.arguments = arguments;
        this.method = method;
        this.polled = polled;
    }

    /** Its name in kernels. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Number of arguments, without the object that a method belongs to. */
    int arguments() {
        return arguments;
    }

    /** Whether the eval breaker is polled at the end of its call. */
    boolean polled() {
        return polled;
    }

    static Optional<Builtin> function(String name) {
        return Arrays.stream(values()).filter(builtin -> !builtin.method && builtin.word().equals(name)).findFirst();
    }

    static Optional<Builtin> method(String name) {
        return Arrays.stream(values()).filter(builtin -> builtin.method && builtin.word().equals(name)).findFirst();
    }

    static List<String> functions() {
        return Arrays.stream(values()).filter(builtin -> !builtin.method).map(Builtin::word).toList();
    }

    static List<String> methods() {
        return Arrays.stream(values()).filter(builtin -> builtin.method).map(Builtin::word).toList();
    }
}
