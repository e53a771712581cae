package coreloom.workload.variant;

import java.util.List;
import java.util.Optional;

/** The table of all variants. */
public final class Variants {
    /** All of them, in the order in which they are named to people. */
    public static final List<Variant> ALL = List.of(
            new Threads(),
            new Locked(),
            new Processes(),
            new Gil(),
            new GilProcesses(),
            new Virtual(),
            new Striped(),
            new Subinterpreters(),
            new GilPool(),
            new Asyncio(),
            new FreeThreaded());

    private Variants() {}

    /** The variant of that name. */
    public static Optional<Variant> named(String name) {
        return ALL.stream().filter(variant -> variant.name().equals(name)).findFirst();
    }

    /** The names of all, for a sentence. */
    public static List<String> names() {
        return ALL.stream().map(Variant::name).toList();
    }
}
