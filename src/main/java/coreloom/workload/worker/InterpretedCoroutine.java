package coreloom.workload.worker;

import coreloom.gil.bytecode.Interpreter;
import java.io.IOException;

/** A kernel in bytecode whose interpreter is left where a blocking call awaits. */
final class InterpretedCoroutine implements AwaitingKernel {
    private final Interpreter interpreter;
    private final Runnable turn;
    private boolean underWay;
    private long value;

    /**
     * @param turn  done whenever it begins or goes on
     * @param start the value that it begins with
     */
    InterpretedCoroutine(Interpreter interpreter, Runnable turn, long start) {
        this.interpreter = interpreter;
        this.turn = turn;
        value = start;
    }

    @Override
    public boolean advance() throws IOException {
        turn.run();
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
