package coreloom.view;

import coreloom.history.Finding;
import coreloom.history.InStep;
import coreloom.history.Interval;
import coreloom.history.LaneSummary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Two sessions at one time, each by the lane that runs: in what they differ, and what explains it.
 *
 * @param name   what the first is called
 * @param first  its interval
 * @param inStep the other session
 */
record InStepColumns(String name, Interval first, InStep inStep) {
    /** The lane of each, as far as there is one. */
    List<Compared> columns() {
        Optional<LaneSummary> one = lane(first);
        Optional<LaneSummary> other = beside().flatMap(this::partner);
        Optional<Compared> left = one.map(lane -> Compared.of(name + ": " + lane.lane().name(), lane));
        Optional<Compared> right = other.map(lane -> Compared.of(inStep.name() + ": " + lane.lane().name(), lane))
                .map(each -> over() ? each.atItsEnd() : each);
        return left.isPresent() && right.isPresent() ? List.of(left.get(), right.get()) : left.map(List::of).orElse(List.of());
    }

    /** What the other did then; empty before its beginning. */
    Optional<Interval> beside() {
        return inStep.beside(first);
    }

    /** Whether that is what it did last, before this time. */
    private boolean over() {
        return inStep.last(first) < inStep.first(first);
    }

    private static Optional<LaneSummary> lane(Interval interval) {
        return interval.current() < 0 ? Optional.empty() : Optional.of(interval.lanes().get(interval.current()));
    }

    /** The lane of the same name, else the one that runs. */
    private Optional<LaneSummary> partner(Interval interval) {
        Optional<LaneSummary> one = lane(first);
        return interval.lanes().stream().filter(lane -> one.isPresent() && lane.lane().name().equals(one.get().lane().name())).findFirst()
                .or(() -> lane(interval));
    }

    /** In cores and throughput, and the finding of the other that explains it. */
    String sentence() {
        Optional<Interval> beside = beside();
        Optional<LaneSummary> one = lane(first);
        Optional<LaneSummary> two = beside.flatMap(this::partner);
        if (one.isEmpty() || two.isEmpty()) {
            return beside.isEmpty() ? inStep.name() + " begins later." : "No lane runs in both at this time.";
        }
        Finding finding = beside.get().findings().get(beside.get().lanes().indexOf(two.get()));
        if (!one.get().measured() && !two.get().measured()) {
            return inStep.name() + ": " + finding.sentence();
        }
        StringBuilder text = new StringBuilder(inStep.name()).append(over() ? " is at its end, with " : " has ");
        figure(text, two.get().effectiveCores(), one.get().effectiveCores(), 2, " cores for ");
        figure(text.append(", "), two.get().throughput(), one.get().throughput(), 0, " units/s for ");
        return text.append(". There: ").append(finding.sentence()).toString();
    }

    private static void figure(StringBuilder text, OptionalDouble other, OptionalDouble one, int digits, String between) {
        number(text, other, digits).append(between);
        number(text, one, digits);
        if (other.isPresent() && one.isPresent() && one.getAsDouble() > 0) {
            double percent = 100 * (other.getAsDouble() / one.getAsDouble() - 1);
            Figures.fixed(text.append(percent < 0 ? " (-" : " (+"), Math.abs(percent), 0, 0).append(" %)");
        }
    }

    private static StringBuilder number(StringBuilder text, OptionalDouble value, int digits) {
        return value.isPresent() ? Figures.fixed(text, value.getAsDouble(), digits, 0) : text.append("n/a");
    }
}
