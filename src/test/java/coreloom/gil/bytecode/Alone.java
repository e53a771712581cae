package coreloom.gil.bytecode;

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
    private final Interpreter interpreter;

    /** @param steps the value of every parameter */
    Alone(String text, long steps, Counting.Way way) throws KernelFault {
        Map<Parameter, Long> values = new EnumMap<>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            values.put(parameter, steps);
        }
        heap = new Heap(way, Thresholds.PYTHON_3_12, () -> 0);
        interpreter = new Interpreter(Assembler.assemble("k.pyasm", text), new Globals(values, Heap.shared(way)), heap.attach(), this);
    }

    /** A kernel of which only the middle of unit is given. */
    static Alone unit(String body) throws KernelFault {
        return new Alone("function unit(value)\nRESUME 0\n" + body.replace(";", "\n"), 10, Counting.Way.PLAIN);
    }

    long run(long value) throws IOException {
        return interpreter.unit(value);
    }

    @Override
    public void safePoint() {
        polls++;
    }

    @Override
    public void acquire() {
        asked.append("acquire ");
    }

    @Override
    public void release() {
        asked.append("release ");
    }

    @Override
    public void send(long question) {
        asked.append("send ").append(question).append(' ');
    }

    @Override
    public long receive() {
        asked.append("receive ");
        return 5;
    }

    @Override
    public void sleep(long micros) {
        asked.append("sleep ").append(micros).append(' ');
    }

    @Override
    public long digest(long value, long bytes) {
        asked.append("digest ").append(bytes).append(' ');
        return value * 7 + bytes;
    }
}
