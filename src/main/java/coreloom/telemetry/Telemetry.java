package coreloom.telemetry;

import coreloom.snapshot.WorkerTable;

/** What the workers of one process tell of themselves. Reading changes nothing for them, never waits, and goes on working after their death. */
public interface Telemetry {
    /** That of a process which tells nothing: it runs from its start, and none of its workers is known. */
    Telemetry NONE = new Telemetry() {
        @Override
        public boolean complete() {
            return true;
        }

        @Override
        public Stage stage() {
            return Stage.RUNNING;
        }

        @Override
        public void read(WorkerTable table, int laneId, int firstNumber, long now) {
            // nobody is known
        }
    };

    /** Whether it has begun to tell; until then nothing else may be asked. */
    boolean complete();

    /** How far the process has come. One that is running without having been {@link Stage#READY} waits for no orders. */
    Stage stage();

    /**
     * Adds a row for each worker that is known.
     *
     * @param laneId      lane that the workers belong to
     * @param firstNumber number within the lane of the process's first worker
     * @param now         monotonic ns; waits under way count up to it
     */
    void read(WorkerTable table, int laneId, int firstNumber, long now);
}
