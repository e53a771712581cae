package coreloom.app;

import coreloom.history.History;

/** What a run without a terminal says meanwhile, and leaves at its end. The history's monitor is held during both. */
interface Outcome {
    /** Something is new; called on the session thread. */
    void tell(History history);

    /**
     * Everything has ended: prints what came of it.
     *
     * @param early whether a signal ended it before its time
     * @return the exit code
     */
    int conclude(History history, Session session, boolean early);
}
