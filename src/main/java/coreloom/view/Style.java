package coreloom.view;

/** What a cell means; a {@link Theme} says how that looks. */
enum Style {
    TEXT, DIM, TITLE, STRONG, KEY, GOOD, WARNING, BAD, NOTICE,
    ON_CPU, RUN_QUEUE, INTERPRETER_LOCK, LOCK, DISK, IO, SLEEP, CHILD, OTHER, COLLECTOR, EVENT_LOOP, POOL,
    HEAT_0, HEAT_1, HEAT_2, HEAT_3, HEAT_4, HEAT_5, HEAT_6, HEAT_7;

    private static final Style[] HEAT = {HEAT_0, HEAT_1, HEAT_2, HEAT_3, HEAT_4, HEAT_5, HEAT_6, HEAT_7};

    /** The colour step of a share between 0 and 1. */
    static Style heat(float share) {
        return HEAT[Math.max(0, Math.min(HEAT.length - 1, (int) (share * HEAT.length)))];
    }
}
