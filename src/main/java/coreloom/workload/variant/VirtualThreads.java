package coreloom.workload.variant;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.stream.Collectors;

/** The virtual threads of the Java runtime, where it has them. Called by name, because we are compiled for a Java that has not. */
public final class VirtualThreads {
    private static final int FIRST_JAVA = 21;
    private static final String BUILDER = "java.lang.Thread$Builder$OfVirtual";

    private VirtualThreads() {}

    /** Why this runtime has none, as a clause; empty where it has. */
    public static Optional<String> missing() {
        return missing(Runtime.version());
    }

    static Optional<String> missing(Runtime.Version java) {
        String number = java.version().stream().map(String::valueOf).collect(Collectors.joining("."));
        return java.feature() >= FIRST_JAVA ? Optional.empty()
                : Optional.of("virtual threads need Java " + FIRST_JAVA + " or later; this lane runs on " + number);
    }

    /**
     * Starts one that does that work. Its carriers are as many as the runtime sees cores, unless the runtime was told otherwise.
     *
     * @throws IllegalStateException where {@link #missing} says why
     */
    public static void start(String name, Runnable work) {
        missing().ifPresent(why -> {
            throw new IllegalStateException(why);
        });
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            Class<?> builder = Class.forName(BUILDER);
            MethodHandle make = lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(builder));
            MethodHandle call = lookup.findVirtual(builder, "name", MethodType.methodType(builder, String.class));
            MethodHandle start = lookup.findVirtual(builder, "start", MethodType.methodType(Thread.class, Runnable.class));
            start.invoke(call.invoke(make.invoke(), name), work);
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable impossible) {
            throw new IllegalStateException("Java " + Runtime.version() + " does not start virtual threads as Java " + FIRST_JAVA + " does", impossible);
        }
    }
}
