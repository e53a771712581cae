package coreloom.app;

import coreloom.history.Finding;
import coreloom.history.IdleBudget;
import coreloom.history.LaneSummary;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a run without a terminal prints at its end: the lanes as a table, each lane's sentence, and the verdict. Plain ASCII. */
final class TextReport {
    private static final String HEADING = "lane            variant         workers   cores   units/s  speed-up  lock wait  run queue   p50 us   p99 us  handoffs/s";

    private TextReport() {}

    static String of(List<LaneReport> reports, IdleBudget machine) {
        List<LaneSummary> lanes = reports.stream().map(LaneReport::lane).toList();
        StringBuilder text = new StringBuilder(HEADING).append('\n');
        for (LaneSummary lane : lanes) {
            text.append(row(lane)).append('\n');
        }
        text.append('\n');
        String budget = BudgetTable.of(lanes, machine);
        text.append(budget).append(budget.isEmpty() ? "" : "\n");
        for (int i = 0; i < lanes.size(); i++) {
            String sentence = reports.get(i).verdict().sentence();
            text.append(lanes.get(i).lane().name()).append(": ").append(sentence).append('\n');
            findings(text, reports.get(i).findings());
            String trouble = lanes.get(i).lane().trouble();
            if (!trouble.isEmpty() && !sentence.startsWith(trouble)) {
                text.append("  ").append(trouble).append('\n');
            }
            if (!lanes.get(i).lane().note().isEmpty() && !lanes.get(i).lane().notAvailable()) {
                text.append("  ").append(lanes.get(i).lane().note()).append('\n');
            }
        }
        return Printable.of(lanes.size() > 1 ? text.append('\n').append(JsonReport.verdict(reports)).append('\n').toString() : text.toString());
    }

    /** Where there is more than one, and by which names {@code --fail-on} knows them. */
    private static void findings(StringBuilder text, List<Finding> findings) {
        List<String> words = findings.stream().filter(finding -> finding.share() > 0 && finding.kind() != Finding.Kind.FAILED)
                .map(finding -> String.format(Locale.ROOT, "%s %.0f %% (%s)", finding.kind().key(), finding.share() * 100, finding.sureness().word()))
                .toList();
        text.append(words.isEmpty() ? "" : "  findings: " + String.join(", ", words) + "\n");
    }

    private static String row(LaneSummary lane) {
        int workers = lane.lane().workers() > 0 ? lane.lane().workers() : lane.threads();
        return String.format(Locale.ROOT, "%-15s %-15s %7d %7s %9s %9s %10s %10s %8s %8s %11s", lane.lane().name(), lane.lane().variant(), workers,
                cores(lane), number("%.0f", lane.throughput(), 1), number("%.2fx", lane.speedUp(), 1),
                number(lane.waitShares().sampled() ? "~%.0f %%" : "%.0f %%", lane.lockWaitShare(), 100),
                number("%.0f %%", lane.runDelayShare(), 100),
                micros(lane.waitP50Nanos()), micros(lane.waitP99Nanos()), number("%.1f", lane.handoffsPerSecond(), 1));
    }

    /** Effective cores, and of how many for a lane that may not use all. */
    private static String cores(LaneSummary lane) {
        int confinedTo = lane.lane().cores().size();
        return number("%.2f", lane.effectiveCores(), 1) + (confinedTo > 0 ? "/" + confinedTo : "");
    }

    private static String number(String format, OptionalDouble value, double factor) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble() * factor) : "n/a";
    }

    private static String micros(OptionalLong nanos) {
        return nanos.isPresent() ? String.format(Locale.ROOT, "%.0f", nanos.getAsLong() / 1e3) : "-";
    }
}
