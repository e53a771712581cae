package coreloom.view;

import coreloom.history.Interval;

/**
 * What a panel is, for somebody who sees it for the first time.
 *
 * @param title   the panel's name
 * @param meaning one sentence: what it shows, and where the numbers come from
 * @param reading one sentence: what good and bad look like
 */
record Explanation(String title, String meaning, String reading) {
    private static final Explanation CORES = new Explanation("cores × time",
        "How busy each core was, by the kernel's own count of all programs (/proc/stat): a column is a sample, the newest one left of the "
            + "blank column, and height and colour tell the share of one core.",
        "Good is a full band for each core that your program has work for; bad is an empty band while threads beside it wait.");
    private static final Explanation WAITS = new Explanation("waits",
        "Where the time of each thread went, a bar being the interval: on-CPU and run queue as the kernel counts them (schedstat), other "
            + "waits as our workers report them or, in programs that do not, as looking at their threads now and then shows.",
        "Good is on-CPU for as long as there is work; bad is the same letter in most bars: they all wait for one thing.");
    private static final Explanation BUDGET = new Explanation("idle budget",
        "All core time that the lane could have used, split without remainder into on-CPU, time that others took, and a reason for the rest: "
            + "from core times, thread times and what threads waited for while a core was idle.",
        "Good is on-CPU near 100 %; bad is a large share for one kind of wait or for too few threads, while others and steal are no fault of yours.");
    private static final Explanation PLACEMENT = new Explanation("placement",
        "On which core each thread was seen at each sample, as the kernel says (/proc/PID/task): a line while it stays, the core's number in its "
            + "own colour where it moved, a dot while it did not run.",
        "Good is a long line for a busy thread; bad is number after number, or two busy threads on one core while another is idle.");
    private static final Explanation WAIT_TIMES = new Explanation("wait times",
        "How long the waits for the lock took, from the workers' own counts by length: a row is a sample, from short waits on the left to long "
            + "ones on the right, and height says how many took so long.",
        "Good is a ridge far to the left; bad is one that wanders to the right, or a second one there: some threads wait much longer.");
    private static final Explanation COMPARED = new Explanation("lanes side by side",
        "Each lane in a column of its own on the same axes, from the same figures as the table of lanes; marked is what differs from the first.",
        "Good is a column whose bars are longer where more is better; bad is one with the waits that the first column lacks.");
    private static final Explanation IN_STEP = new Explanation("two sessions in step",
        "Above, the cores of both sessions, a column being the same time in each, which key a aligns otherwise; below, the lane that runs in "
            + "each, from the same figures as the table of lanes.",
        "Good is a pair of pictures that part where a bar differs, which says why; bad is a pair that begins apart: align them first.");
    private static final Explanation LANE_BARS = new Explanation("waits by lane",
        "Where the time of each lane's workers went in its whole measured phase: the kernel's on-CPU time and run delay and the reported "
            + "waits, summed over the workers.",
        "Good is a bar of on-CPU from end to end; bad is a letter that fills it: compare which lane does without that wait.");
    private static final Explanation LANES = new Explanation("lanes",
        "What each way of running the same work got out of the cores: on-CPU time by wall time, work units counted by the workers, and "
            + "the speed-up against one worker of that lane, measured just before.",
        "Good is a speed-up near the smaller of workers and cores; bad is one near 1, and lock wait or queue says what became of the rest.");
    private static final Explanation SENTENCE = new Explanation("the sentence",
        "The finding that explains most of the idle core time, with its evidence: each finding is a rule over the figures above, and one "
            + "that is inferred says so.",
        "Good is that all cores are used; bad is a reason that can be mended, and docs/findings.md says how, finding by finding.");
    private static final Explanation OWN_COST = new Explanation("own cost, at the bottom right",
        "What Coreloom itself takes: CPU in percent of one core, by the kernel's count, and bytes a second written to this terminal, both "
            + "over the last five seconds.",
        "Good is a few percent and no word behind it; bad is late, drops, missed or faults: then what you see is less exact than it should be.");

    /**
     * What stands at that place of the screen.
     *
     * @param inStep whether two sessions are played in step
     */
    static Explanation of(Place place, State.Side side, Interval shown, boolean inStep) {
        return switch (place) {
            case CORES -> CORES;
            case SIDE -> side == State.Side.LANES && inStep ? IN_STEP : beside(side, shown);
            case LANES -> LANES;
            case SENTENCE -> SENTENCE;
            case OWN_COST -> OWN_COST;
        };
    }

    private static Explanation beside(State.Side side, Interval shown) {
        return switch (side) {
            case WAITS -> shown.over() ? LANE_BARS : WAITS;
            case BUDGET -> BUDGET;
            case PLACEMENT -> PLACEMENT;
            case WAIT_TIMES -> WAIT_TIMES;
            case LANES -> COMPARED;
        };
    }
}
