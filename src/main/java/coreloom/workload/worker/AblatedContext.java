package coreloom.workload.worker;

import coreloom.gil.Ablation;
import coreloom.gil.Pauses;
import coreloom.snapshot.WaitKind;
import java.io.IOException;
import java.util.Set;

/** A thread's discipline with parts left out, for an experiment. */
final class AblatedContext extends Context {
    private final Context whole;
    private final Set<Ablation> without;

    private AblatedContext(Context whole, Set<Ablation> without) {
        super(whole.slot(), whole::nanos);
        this.whole = whole;
        this.without = without;
    }

    /** The discipline, without those parts; itself where nothing is left out, as always but in experiments. */
    static Discipline without(Set<Ablation> parts, Discipline whole) {
        return parts.isEmpty() ? whole : slot -> new AblatedContext(whole.context(slot), parts);
    }

    @Override
    void enter() {
        whole.enter();
    }

    @Override
    void leave() {
        whole.leave();
    }

    @Override
    void safePoint() {
        whole.safePoint();
    }

    @Override
    void lock() {
        whole.lock();
    }

    @Override
    void unlock() {
        whole.unlock();
    }

    @Override
    void blocking(WaitKind kind, BlockingCall call) throws IOException {
        if (without.contains(Ablation.IO_RELEASE)) {
            super.blocking(kind, call);
        } else {
            whole.blocking(kind, call);
        }
    }

    @Override
    void detached(BlockingCall call) throws IOException {
        if (without.contains(Ablation.EXTENSION_RELEASE)) {
            super.detached(call);
        } else {
            whole.detached(call);
        }
    }

    @Override
    void withinOperation() {
        if (without.contains(Ablation.OPERATION_BOUNDARY)) {
            whole.safePoint();
        }
    }

    @Override
    Pauses pauses() {
        return whole.pauses();
    }

    @Override
    void end() {
        whole.end();
    }
}
