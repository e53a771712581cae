package coreloom.gil.bytecode;

import coreloom.gil.Uncounted;
import coreloom.gil.object.Counting;
import coreloom.gil.object.Heap;
import coreloom.gil.object.Thresholds;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** A kernel on a thread that has nobody beside it; writes down what it is asked. */
final class Alone implements Surroundings {
    final Heap heap;
    final StringBuilder asked = new StringBuilder();
    int polls;
    /** How often each blocking call awaits before it is done. */
    int patience;
    int resumed;
    private int awaited;
    private boolean awaits;
    private final Interpreter interpreter;

    /** @param steps the value of every parameter */
    Alone(String text, long steps, Counting.Way way) throws KernelFault {
        Map<Parameter, Long> values = new EnumMap<>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            values.put(parameter, steps);
        }
        heap = new Heap(way, Thresholds.PYTHON_3_12, () -> 0);
        interpreter = new Interpreter(Assembler.assemble("k.pyasm", text), new Globals(values, Heap.shared(way)), heap.attach(new Uncounted()), this);
    }

    /** A kernel of which only the middle of unit is given. */
    static Alone unit(String body) throws KernelFault {
        return new Alone("function unit(value)\nRESUME 0\n" + body.replace(";", "\n"), 10, Counting.Way.PLAIN);
    }

    long run(long value) throws IOException {
        return interpreter.unit(value);
    }

    /** The same unit as a coroutine: gone on with each time it awaits. */
    long runInPieces(long value) throws IOException {
        boolean done = interpreter.begin(value);
        while (!done) {
            resumed++;
            done = interpreter.resume();
        }
        return interpreter.result();
    }

    private boolean awaitsFirst() {
        awaits = awaited < patience;
        awaited = awaits ? awaited + 1 : 0;
        return awaits;
    }

    @Override
    public boolean awaits() {
        return awaits;
    }

    @Override
    public void safePoint() {
        polls++;
    }

    @Override
    public void acquire() {
        if (!awaitsFirst()) {
            asked.append("acquire ");
        }
    }

    @Override
    public void release() {
        asked.append("release ");
    }

    @Override
    public void send(long question) {
        if (!awaitsFirst()) {
            asked.append("send ").append(question).append(' ');
        }
    }

    @Override
    public long receive() {
        if (awaitsFirst()) {
            return -1;
        }
        asked.append("receive ");
        return 5;
    }

    @Override
    public void sleep(long micros) {
        if (!awaitsFirst()) {
            asked.append("sleep ").append(micros).append(' ');
        }
    }

    @Override
    public long recv() {
        if (awaitsFirst()) {
            return -1;
        }
        asked.append("recv ");
        return 65;
    }

    @Override
    public void sendall(long value) {
        if (!awaitsFirst()) {
            asked.append("sendall ").append(value).append(' ');
        }
    }

    @Override
    public long digest(long value, long bytes) {
        asked.append("digest ").append(bytes).append(' ');
        return value * 7 + bytes;
    }
}
