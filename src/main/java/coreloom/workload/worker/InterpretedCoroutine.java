package coreloom.workload.worker;

import coreloom.gil.bytecode.Interpreter;
import java.io.IOException;

/** A kernel in bytecode whose interpreter is left where a blocking call awaits. */
final class InterpretedCoroutine implements AwaitingKernel {
    private final Interpreter interpreter;
    private boolean underWay;
    private long value;

    /** @param start the value that it begins with */
    InterpretedCoroutine(Interpreter interpreter, long start) {
        this.interpreter = interpreter;
        value = start;
    }

    @Override
    public boolean advance() throws IOException {
        boolean done = underWay ? interpreter.resume() : interpreter.begin(value);
        underWay = !done;
        if (done) {
            value = interpreter.result();
        }
        return done;
    }

    @Override
    public long value() {
        return value;
    }
}
