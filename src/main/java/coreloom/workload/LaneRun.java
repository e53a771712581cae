package coreloom.workload;

import coreloom.snapshot.LaneReading;
import coreloom.snapshot.Phase;
import coreloom.snapshot.ProcessReading;
import coreloom.snapshot.WorkerTable;
import coreloom.workload.variant.Crew;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One lane from its start to the end of its last process.
 *
 * <pre>
 *   STARTING ──► WARM_UP ──► BASELINE ──► MEASURED ──► ENDED      each arrow out of BASELINE and MEASURED is
 *       └───────────┴───────────┴────────────┴───────► FAILED      announced by a boundary one step before
 * </pre>
 */
final class LaneRun {
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long WATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long READY_SECONDS = 20;
    private static final int STARTS_PER_STEP = 8;

    private final int id;
    private final ProcessStarter starter;
    private final Preparation preparation;
    private final List<Crew> crews;
    private final List<WatchedProcess> processes = new ArrayList<>();
    private final long beganNanos;
    private LanePlan plan;
    /** Whether it has been asked what is in its way, for which another program may have to be run. */
    private boolean tried;
    private boolean prepared;
    private int startedThreads;
    private Phase phase = Phase.STARTING;
    private long phaseSinceNanos;
    private boolean endAnnounced;
    private boolean urged;
    private boolean killed;
    private boolean gone;
    private int noticedEnds;
    private String trouble = "";
    /** The cores that it is confined to, where that withholds any from it. */
    private List<Integer> cap = List.of();
    private String note = "";
    private LaneReading reading;

    LaneRun(int id, LanePlan plan, ProcessStarter starter, long now) {
        this.id = id;
        this.plan = plan;
        this.starter = starter;
        this.preparation = starter.prepare(plan);
        this.crews = plan.crews();
        this.beganNanos = now;
        this.phaseSinceNanos = now;
    }

    /** The same object as long as nothing changed. */
    LaneReading reading() {
        if (reading == null) {
            List<ProcessReading> all = new ArrayList<>(processes.stream().map(WatchedProcess::reading).toList());
            processes.forEach(process -> all.addAll(process.descendants()));
            int workers = crews.stream().mapToInt(Crew::workers).sum();
            reading = new LaneReading(id, plan.name(), plan.variant().name(), workers, phase, phaseSinceNanos,
                    plan.durationNanos(), all, trouble, cap, notes());
        }
        return reading;
    }

    private String notes() {
        return Stream.concat(Stream.of(note), processes.stream().map(WatchedProcess::note)).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** True once it is over and none of its processes is left. */
    boolean gone() {
        return gone;
    }

    void readWorkers(WorkerTable table, long now) {
        for (int i = 0; i < processes.size() && !phase.over(); i++) {
            processes.get(i).read(table, now);
        }
    }

    Step step(long now) {
        lookAfter(now);
        noticeEnds(now);
        return switch (phase) {
            case STARTING -> start(now);
            case WARM_UP -> awaitReady(now);
            case BASELINE, MEASURED -> run(now);
            case ENDED, FAILED -> clear(now);
        };
    }

    /** Ends it at once; where it was under way, that is the end of it and no failure. */
    void kill(long now) {
        preparation.close();
        processes.forEach(WatchedProcess::kill);
        killed = true;
        if (!phase.over()) {
            enter(Phase.ENDED, now);
        }
    }

    /** Removes the files of its processes, for a lane that nobody will step again. One that is gone has been through it. */
    void forget() {
        if (!gone) {
            processes.forEach(WatchedProcess::forget);
            reading = null;
        }
    }

    private void lookAfter(long now) {
        for (WatchedProcess process : processes) {
            if (process.look(now)) {
                reading = null;
            }
        }
    }

    private void noticeEnds(long now) {
        for (WatchedProcess process : processes) {
            if (process.noticeEnd(now)) {
                noticedEnds++;
                reading = null;
                boolean well = phase == Phase.MEASURED && process.endedWell();
                if (!phase.over() && !well) {
                    trouble = endOf(process);
                }
            }
        }
    }

    private String endOf(WatchedProcess newest) {
        String many = noticedEnds == 1 ? "" : noticedEnds + " of " + crews.size() + " processes have ended; ";
        String broken = plan.variant().breaksWithOne() ? " is broken (BrokenProcessPool): " : ": ";
        return "Lane " + plan.name() + broken + many + newest.end();
    }

    private Step start(long now) {
        Optional<String> obstacle = tried ? Optional.empty() : plan.obstacle();
        tried = true;
        if (obstacle.isPresent()) {
            return fail("Lane " + plan.name() + " cannot run here: " + obstacle.get() + ".", now);
        }
        try {
            return prepared(now) ? startAll(now) : Step.later(now + POLL_NANOS);
        } catch (Refusal notHere) {
            note = notHere.getMessage();
            gone = true;
            enter(Phase.ENDED, now);
            return Step.later(now);
        }
    }

    private boolean prepared(long now) throws Refusal {
        if (!prepared) {
            Optional<LanePlan> ready = preparation.step(now);
            prepared = ready.isPresent();
            plan = ready.orElse(plan);
            cap = plan.cores().map(Pinning.here()::cap).orElse(List.of());
        }
        return prepared;
    }

    private Step startAll(long now) {
        for (int i = 0; i < STARTS_PER_STEP && processes.size() < crews.size(); i++) {
            try {
                startOne();
            } catch (IOException e) {
                return fail("Lane " + plan.name() + " could not start a process: " + e.getMessage() + ".", now);
            }
        }
        if (processes.size() == crews.size() && all(WatchedProcess::mapped)) {
            enter(Phase.WARM_UP, now);
            return awaitReady(now).withSnapshot();
        }
        return failWhenHopeless(now);
    }

    private void startOne() throws IOException {
        int number = processes.size();
        WorkerOrder order = new WorkerOrder(plan, id, number, startedThreads, crews.get(number));
        processes.add(new WatchedProcess(starter.start(order), order));
        startedThreads += order.threads();
        reading = null;
    }

    private Step awaitReady(long now) {
        if (!hopeless() && all(WatchedProcess::ready)) {
            boolean baseline = plan.value(Setting.BASELINE_MILLIS) > 0 && all(WatchedProcess::awaitsOrders);
            return baseline ? begin(Phase.BASELINE, now) : begin(Phase.MEASURED, now);
        }
        return failWhenHopeless(now);
    }

    private Step failWhenHopeless(long now) {
        if (hopeless()) {
            return fail(trouble, now);
        }
        long limitNanos = TimeUnit.SECONDS.toNanos(READY_SECONDS) + TimeUnit.MILLISECONDS.toNanos(plan.value(Setting.WARM_UP_MILLIS));
        if (now - beganNanos >= limitNanos) {
            return fail("Lane " + plan.name() + " was not ready after " + TimeUnit.NANOSECONDS.toSeconds(limitNanos)
                    + " s; " + processes.get(0).adviceWhenLate() + ".", now);
        }
        return Step.later(now + (processes.size() < crews.size() ? 0 : POLL_NANOS));
    }

    private Step begin(Phase next, long now) {
        if (next == Phase.BASELINE) {
            tellFirst();
        } else {
            processes.forEach(process -> process.tell(WorkerProcess.RUN_ALL));
        }
        enter(next, now);
        return Step.snapshotNow(now);
    }

    /** One process with workers, and all those without, which it may need. */
    private void tellFirst() {
        boolean told = false;
        for (WatchedProcess process : processes) {
            if (process.alive() && !(told && process.works())) {
                process.tell(WorkerProcess.RUN_FIRST);
                told |= process.works();
            }
        }
    }

    private Step run(long now) {
        boolean died = hopeless();
        long leftNanos = phaseNanos() - (now - phaseSinceNanos);
        if (!died && leftNanos > 0) {
            return Step.later(now + Math.min(leftNanos, WATCH_NANOS));
        }
        if (!endAnnounced) {
            endAnnounced = true;
            return Step.snapshotNow(now);
        }
        if (died) {
            return trouble.isEmpty() ? end(now) : fail(trouble, now);
        }
        return phase == Phase.BASELINE ? begin(Phase.MEASURED, now) : end(now);
    }

    /** How long the present phase lasts; as good as for ever where nobody says. */
    private long phaseNanos() {
        if (phase == Phase.BASELINE) {
            return TimeUnit.MILLISECONDS.toNanos(plan.value(Setting.BASELINE_MILLIS));
        }
        return plan.durationNanos() == 0 ? Long.MAX_VALUE : plan.durationNanos();
    }

    private Step end(long now) {
        processes.forEach(process -> process.tell(WorkerProcess.STOP));
        enter(Phase.ENDED, now);
        return Step.later(now + POLL_NANOS);
    }

    private Step fail(String why, long now) {
        trouble = why;
        processes.forEach(WatchedProcess::kill);
        killed = true;
        enter(Phase.FAILED, now);
        return Step.later(now);
    }

    private Step clear(long now) {
        if (living() == 0) {
            forget();
            gone = true;
            return Step.later(now);
        }
        long overNanos = now - phaseSinceNanos;
        if (!urged && overNanos >= GRACE_NANOS) {
            urged = processes.stream().filter(WatchedProcess::urge).count() > 0;
        }
        if (!killed && overNanos >= (urged ? 2 * GRACE_NANOS : GRACE_NANOS)) {
            killed = true;
            processes.forEach(WatchedProcess::kill);
        }
        return Step.later(now + POLL_NANOS);
    }

    private void enter(Phase next, long now) {
        phase = next;
        phaseSinceNanos = now;
        endAnnounced = false;
        reading = null;
    }

    /** Whether all have ended, or one of those that need each other. */
    private boolean hopeless() {
        boolean allStarted = processes.size() == crews.size();
        return allStarted && processes.stream().noneMatch(WatchedProcess::goesOn) || noticedEnds > 0 && plan.breaksWithOne();
    }

    private long living() {
        return processes.stream().filter(WatchedProcess::alive).count();
    }

    private boolean all(Predicate<WatchedProcess> condition) {
        return processes.stream().filter(WatchedProcess::alive).allMatch(condition);
    }
}
