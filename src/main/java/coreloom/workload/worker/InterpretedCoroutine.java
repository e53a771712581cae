package coreloom.workload.worker;

import coreloom.gil.bytecode.Interpreter;
import java.io.IOException;

/** A kernel in bytecode whose interpreter is left where a blocking call awaits. */
final class InterpretedCoroutine implements AwaitingKernel {
    private final Interpreter interpreter;
    private boolean underWay;
    private long value;

    InterpretedCoroutine(Interpreter interpreter) {
        this.interpreter = interpreter;
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
