package coreloom.app;

import coreloom.history.BudgetPart;
import coreloom.history.IdleBudget;
import coreloom.history.LaneSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The idle budgets of a run as a table: a row a part that occurs, a column a lane, and the machine. Each column adds up to 100.0 %. Plain ASCII. */
final class BudgetTable {
    private static final int UNITS = 1000;
    private static final int NAME = 15;
    /** More lanes are in further tables. */
    private static final int MOST = 6;

    private BudgetTable() {}

    /** Empty when nothing is known of any. */
    static String of(List<LaneSummary> lanes, IdleBudget machine) {
        List<String> names = new ArrayList<>();
        List<IdleBudget> budgets = new ArrayList<>();
        for (LaneSummary lane : lanes) {
            if (lane.budget().known()) {
                names.add(lane.lane().name());
                budgets.add(lane.budget());
            }
        }
        if (budgets.isEmpty()) {
            return "";
        }
        if (budgets.size() > 1 && machine.known()) {
            names.add("machine");
            budgets.add(machine);
        }
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < names.size(); from += MOST) {
            int to = Math.min(names.size(), from + MOST);
            table(text, names.subList(from, to), budgets.subList(from, to));
        }
        return text.toString();
    }

    private static void table(StringBuilder text, List<String> names, List<IdleBudget> budgets) {
        text.append(String.format(Locale.ROOT, "%-34s", "idle budget: share of core time"));
        names.forEach(name -> text.append(String.format(Locale.ROOT, " %" + NAME + "s", cut(name))));
        text.append('\n');
        List<int[]> columns = budgets.stream().map(budget -> budget.rounded(UNITS)).toList();
        for (BudgetPart part : BudgetPart.values()) {
            if (columns.stream().anyMatch(column -> column[part.ordinal()] > 0)) {
                row(text, part.words(), columns.stream().map(column -> column[part.ordinal()]).toList());
            }
        }
    }

    private static void row(StringBuilder text, String words, List<Integer> tenths) {
        text.append(String.format(Locale.ROOT, "  %-32s", words));
        for (int each : tenths) {
            text.append(each == 0 ? String.format(Locale.ROOT, " %" + NAME + "s", "-")
                    : String.format(Locale.ROOT, " %" + (NAME - 4) + "d.%d %%", each / 10, each % 10));
        }
        text.append('\n');
    }

    private static String cut(String name) {
        return name.length() <= NAME ? name : name.substring(0, NAME);
    }
}
