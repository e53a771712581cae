package coreloom.gil.bytecode;

import coreloom.gil.object.Constant;
import coreloom.gil.object.Counted;
import java.util.Map;

/** What a kernel's globals are in one process. */
public final class Globals {
    private final long[] parameters = new long[Parameter.values().length];
    private final Counted[] objects = new Counted[Global.Shared.values().length];

    /**
     * @param values each parameter's value; 0 for those not given
     * @param shared the object whose references all workers count
     */
    public Globals(Map<Parameter, Long> values, Counted shared) {
        values.forEach((parameter, value) -> parameters[parameter.ordinal()] = value);
        objects[Global.Shared.LOCK.ordinal()] = Constant.LOCK;
        objects[Global.Shared.SHARED.ordinal()] = shared;
        objects[Global.Shared.CONNECTION.ordinal()] = Constant.CONNECTION;
    }

    private Globals(Globals common, long worker) {
        System.arraycopy(common.parameters, 0, parameters, 0, parameters.length);
        System.arraycopy(common.objects, 0, objects, 0, objects.length);
        parameters[Parameter.WORKER.ordinal()] = worker;
    }

    /** The same for the worker of that number: the same objects. */
    public Globals of(long worker) {
        return new Globals(this, worker);
    }

    long[] parameters() {
        return parameters;
    }

    Counted[] objects() {
        return objects;
    }
}
