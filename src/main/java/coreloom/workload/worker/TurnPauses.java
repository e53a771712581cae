package coreloom.workload.worker;

import coreloom.gil.Pauses;

/** The pauses of a thread whose workers are coroutines with one heap: those of the coroutine that has its turn. */
final class TurnPauses implements Pauses {
    private Pauses present;

    /** That worker has its turn. */
    void of(Context worker) {
        present = worker.pauses();
    }

    @Override
    public void pauseBegins() {
        present.pauseBegins();
    }

    @Override
    public void pauseEnds() {
        present.pauseEnds();
    }

    @Override
    public void collected() {
        present.collected();
    }
}
