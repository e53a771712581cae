package coreloom.terminal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/**
 * Signals of the terminal, by {@code sun.misc.Signal}: through reflection, as the compiler warns of every mention of it without a way to
 * say that we know. Where it is missing no signal is ever told.
 */
final class TerminalSignals {
    private final Map<String, Object> formerHandlers = new HashMap<>();
    private boolean closed;

    /**
     * Runs {@code action} on a thread of its own at each signal of that name ({@code WINCH}). A signal that we were started to ignore
     * stays ignored.
     */
    synchronized void on(String name, Runnable action) {
        if (closed) {
            return;
        }
        try {
            Object former = handle(name, handler(action));
            if (former == constant("SIG_IGN")) {
                handle(name, former);
            } else {
                formerHandlers.putIfAbsent(name, former);
            }
        } catch (ReflectiveOperationException | RuntimeException notHere) {
            // This signal cannot be had: what it would tell stays untold.
        }
    }

    /** Whether the signal comes to us. */
    synchronized boolean holds(String name) {
        return formerHandlers.containsKey(name);
    }

    /** The signal does what the kernel makes of it. */
    synchronized void toDefault(String name) {
        try {
            handle(name, constant("SIG_DFL"));
        } catch (ReflectiveOperationException | RuntimeException notHere) {
            // As above.
        }
    }

    /** Gives every signal back. */
    synchronized void close() {
        closed = true;
        formerHandlers.forEach((name, former) -> {
            try {
                handle(name, former);
            } catch (ReflectiveOperationException | RuntimeException notHere) {
                // As above.
            }
        });
        formerHandlers.clear();
    }

    private static Object handler(Runnable action) throws ClassNotFoundException {
        Class<?> type = handlerType();
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Handler(action));
    }

    private static Object handle(String name, Object handler) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Signal");
        Object signal = type.getConstructor(String.class).newInstance(name);
        try {
            return type.getMethod("handle", type, handlerType()).invoke(null, signal, handler);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(refused.getCause());
        }
    }

    private static Object constant(String name) throws ReflectiveOperationException {
        return handlerType().getField(name).get(null);
    }

    private static Class<?> handlerType() throws ClassNotFoundException {
        return Class.forName("sun.misc.SignalHandler");
    }

    /** What the signal's thread calls: anything but the handling itself is Object's. */
    private record Handler(Runnable action) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            return switch (method.getName()) {
                case "handle" -> {
                    action.run();
                    yield null;
                }
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "terminal signal";
            };
        }
    }
}
