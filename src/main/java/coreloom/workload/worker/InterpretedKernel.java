package coreloom.workload.worker;

import coreloom.gil.bytecode.Interpreter;
import java.io.IOException;
import java.util.function.Function;

/** A kernel in bytecode, on an interpreter that is made with the worker's first unit: on its thread, under its discipline. */
final class InterpretedKernel implements Kernel {
    private final Function<Context, Interpreter> maker;
    private Interpreter interpreter;
    private long value;

    /** @param start the value that the first unit is given */
    InterpretedKernel(Function<Context, Interpreter> maker, long start) {
        this.maker = maker;
        value = start;
    }

    @Override
    public long unit(Context context) throws IOException {
        if (interpreter == null) {
            interpreter = maker.apply(context);
        }
        value = interpreter.unit(value);
        return value;
    }

    @Override
    public void end() {
        if (interpreter != null) {
            interpreter.end();
        }
    }
}
