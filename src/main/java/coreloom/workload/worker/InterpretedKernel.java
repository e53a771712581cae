package coreloom.workload.worker;

import coreloom.gil.bytecode.Interpreter;
import java.io.IOException;
import java.util.function.Function;

/** A kernel in bytecode, on an interpreter that is made with the worker's first unit: on its thread, under its discipline. */
final class InterpretedKernel implements Kernel {
    private final Function<Context, Interpreter> maker;
    private Interpreter interpreter;
    private long value;

    InterpretedKernel(Function<Context, Interpreter> maker) {
        this.maker = maker;
    }

    @Override
    public long unit(Context context) throws IOException {
        if (interpreter == null) {
            interpreter = maker.apply(context);
        }
        value = interpreter.unit(value);
        return value;
    }
}
