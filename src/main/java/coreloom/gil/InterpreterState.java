package coreloom.gil;

import coreloom.telemetry.WorkerSlot;

/** One of the interpreters that run under a {@link Gil}, which may be the only one: CPython's {@code PyInterpreterState}, as far as the lock goes. */
public final class InterpreterState {
    private final Gil gil;
    private final EvalBreaker breaker = new EvalBreaker();

    InterpreterState(Gil gil) {
        this.gil = gil;
    }

    /**
     * The state of the calling thread in this interpreter; it does not hold the lock yet.
     *
     * @param slot where that thread's waits, holds and handoffs are counted
     */
    public GilThread attach(WorkerSlot slot) {
        return gil.attach(slot, breaker);
    }
}
