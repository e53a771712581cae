package coreloom.sampler.source;

import coreloom.sampler.source.SourceReport.Standing;

/** On-CPU time and run delay of threads, which anybody may read of any process that can be seen. */
final class ThreadTimes implements Probe {
    private static final String NAME = "on-CPU time, run delay";

    @Override
    public SourceReport look(Place place) {
        Sight sight = place.sight(place.ofThread("schedstat"));
        if (sight.text().isPresent() && !sight.text().get().matches("0 0 0")) {
            return SourceReport.offered(NAME, "/proc/PID/task/TID/schedstat, in nanoseconds");
        }
        String seen = sight.text().isPresent() ? "schedstat tells nothing on this kernel" : "there is no /proc/PID/task/TID/schedstat";
        return new SourceReport(NAME, Standing.PARTLY, seen + "; stat is read, in clock ticks",
                "run delay, and on-CPU time finer than a clock tick (10 ms)", "sudo sysctl kernel.task_delayacct=1, or boot with delayacct");
    }
}
