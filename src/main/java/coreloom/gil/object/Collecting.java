package coreloom.gil.object;

import coreloom.gil.Pauses;

/** How the containers of a heap are collected, and so how its threads use them. */
interface Collecting {
    /** A thread's door to the objects. */
    ObjectThread attach(Counting counting, Pauses pauses);

    CollectorAccount account();
}
