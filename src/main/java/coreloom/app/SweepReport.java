package coreloom.app;

import coreloom.export.TextChart;
import coreloom.history.repeats.Repeats;
import coreloom.history.scaling.Estimate;
import coreloom.history.scaling.Fit;
import coreloom.history.scaling.Fitting;
import coreloom.history.scaling.Growth;
import coreloom.history.scaling.Law;
import coreloom.history.scaling.ScalingCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a sweep prints: throughput of each step, the chart, both laws for each variant, and one sentence. At most 80 columns wide. */
final class SweepReport implements MeasuringOutcome.Report {
    private static final String HEADING = "variant         workers    units/s +- sigma    speed-up  cores  lock wait   delay";

    /** From here on the law does not describe the points well enough to lean on its numbers. */
    private static final double POOR_SHARE = 0.05;

    private final boolean unicode;

    SweepReport(boolean unicode) {
        this.unicode = unicode;
    }

    @Override
    public String of(Measured measured) {
        List<ScalingCurve> curves = measured.curves();
        List<String> lines = new ArrayList<>(List.of(measured.plan().heading(), "", HEADING));
        curves.forEach(curve -> curve.steps().forEach(step -> lines.add(row(curve, step))));
        lines.add("");
        lines.addAll(new TextChart(curves, unicode).lines());
        curves.forEach(curve -> lines.addAll(laws(curve)));
        lines.add("");
        for (ScalingCurve curve : curves) {
            for (Repeats step : curve.steps()) {
                Cells.outlier(step).ifPresent(lines::add);
            }
        }
        lines.addAll(measured.notes());
        lines.add(Growth.sentence(curves));
        return String.join("\n", lines);
    }

    private static String row(ScalingCurve curve, Repeats step) {
        return Cells.words("%-15s %7d %s %8s %6s %10s %7s", curve.variant(), step.workers(), Cells.spread(step.throughput()),
                Cells.number("%.2fx", curve.speedUp(step), 1), Cells.mean("%.2f", step.effectiveCores(), 1),
                Cells.mean("%.0f %%", step.lockWaitShare(), 100), Cells.mean("%.0f %%", step.runDelayShare(), 100));
    }

    private static List<String> laws(ScalingCurve curve) {
        String name = curve.variant() + (curve.steps().isEmpty() ? ": nothing was measured" : "");
        return List.of("", name, law(curve.amdahl()), law(curve.universal()));
    }

    private static String law(Fitting fitting) {
        String name = fitting.law() == Law.AMDAHL ? "  Amdahl     " : "  universal  ";
        return name + fitting.fit().map(SweepReport::numbers).orElse("no fit: " + fitting.reason() + ".");
    }

    private static String numbers(Fit fit) {
        StringBuilder text = new StringBuilder("sigma ").append(estimate(fit.contention()));
        if (fit.law() == Law.UNIVERSAL) {
            text.append(", kappa ").append(estimate(fit.crosstalk()));
        }
        fit.speedUpLimit().ifPresent(limit -> text.append(words(", at most %.3gx", limit)));
        fit.peakWorkers().ifPresent(peak -> text.append(words(", most at %.1f workers", peak)));
        text.append(words("; off by %.1f %%", fit.residualShare() * 100));
        return text.append(fit.residualShare() > POOR_SHARE ? ", poor" : "").toString();
    }

    private static String estimate(Estimate estimate) {
        return estimate.atBound() ? words("%.0f (bound)", estimate.value())
                : words("%.2g +- %.1g", estimate.value(), estimate.error().getAsDouble());
    }

    private static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
