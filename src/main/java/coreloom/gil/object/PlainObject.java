package coreloom.gil.object;

/** An {@code object()}: nothing but its header, and no container, so that the collector does not know it. */
public final class PlainObject extends Counted {
    PlainObject() {}

    @Override
    public String type() {
        return "object";
    }
}
