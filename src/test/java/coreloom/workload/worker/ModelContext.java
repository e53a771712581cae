package coreloom.workload.worker;

import coreloom.gil.Primitives;
import coreloom.snapshot.WaitKind;
import java.io.IOException;

/** A context on a mutex of a model: whoever holds it runs, until it waits or comes to a safe point. */
final class ModelContext extends Context {
    private final Primitives.Mutex gil;

    ModelContext(Primitives.Mutex gil) {
        super(null, () -> 0);
        this.gil = gil;
    }

    @Override
    void enter() {
        gil.lock();
    }

    @Override
    void leave() {
        gil.unlock();
    }

    @Override
    void safePoint() {
        gil.unlock();
        gil.lock();
    }

    @Override
    void lock() {
        throw new UnsupportedOperationException("no critical section here");
    }

    @Override
    void unlock() {
        throw new UnsupportedOperationException("no critical section here");
    }

    @Override
    void blocking(WaitKind kind, BlockingCall call) throws IOException {
        gil.unlock();
        call.run();
        gil.lock();
    }
}
