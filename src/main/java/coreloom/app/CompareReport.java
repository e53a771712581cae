package coreloom.app;

import coreloom.history.repeats.Ranking;
import coreloom.history.repeats.Repeats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a comparison prints: variants as a table, what stands out, and one sentence. Plain ASCII. */
final class CompareReport implements MeasuringOutcome.Report {
    private static final String HEADING =
            "variant          cores    units/s +- sigma     speed-up  lock wait  run delay  relative";

    @Override
    public String of(Measured measured) {
        Ranking ranking = measured.ranking();
        List<String> lines = new ArrayList<>(List.of(measured.plan().heading(), "", HEADING));
        ranking.variants().forEach(variant -> lines.add(row(variant, ranking)));
        lines.add("");
        for (Repeats variant : ranking.variants()) {
            Cells.outlier(variant).ifPresent(lines::add);
            Optional<String> missing = Cells.missing(variant, measured.obstacle(variant).isPresent() ? 0 : measured.plan().repeats());
            missing.ifPresent(lines::add);
        }
        lines.addAll(measured.notes());
        lines.add(ranking.sentence());
        return String.join("\n", lines);
    }

    private static String row(Repeats variant, Ranking ranking) {
        return Cells.words("%-15s %6s %s %8s %10s %10s %9s", variant.variant(), Cells.mean("%.2f", variant.effectiveCores(), 1),
                Cells.spread(variant.throughput()), Cells.mean("%.2fx", variant.speedUp(), 1),
                Cells.mean("%.0f %%", variant.lockWaitShare(), 100),
                Cells.mean("%.0f %%", variant.runDelayShare(), 100), Cells.number("%.0f %%", ranking.relative(variant), 100));
    }
}
