package coreloom.view;

import java.util.List;

/**
 * What the title of the heatmap says: what is shown, what a row is, what a cell stands for, and what 100 % is.
 *
 * @param name   what is shown; empty where that needs no words
 * @param choice how the user wants it
 * @param rows   the rows that it has
 */
record HeatTitle(String name, HeatChoice choice, CoreRows rows) {
    /** The same of two pictures: the samples of one of them say what a column is. */
    private static final List<String> IN_STEP = List.of("full = 100 %, a column = the same time in both", "full = 100 %");
    /** What a title takes beside its words and those of its badge. */
    private static final int AROUND = 6;
    /** A column is an interval, whatever its length: those at the boundaries of phases are shorter than the period. */
    private static final List<String> USUAL = List.of("full = 100 % of a core, a column = a sample", "full = 100 %, a column = a sample",
        "full = 100 %");

    /** Where there is little room a name says more than what a row is, which the rows themselves tell. */
    String words(int width) {
        if (name.isEmpty()) {
            return words();
        }
        int shortest = badges().get(badges().size() - 1).length();
        String all = name + ": " + words();
        return all.length() + shortest + AROUND <= width ? all : Figures.cut(new StringBuilder(), name, width - AROUND).toString();
    }

    private String words() {
        return switch (choice.fold()) {
            case NONE -> "cores × time";
            case BUSIEST -> "busiest cores × time";
            case SMT, CACHE, NODE, PACKAGE -> "cores × time by " + choice.fold().words();
        };
    }

    List<String> badges() {
        int cores = rows.greatest();
        int samples = choice.samplesPerColumn();
        if (cores <= 1 && samples == 1) {
            return choice.value() == CellValue.MEAN ? name.isEmpty() ? USUAL : IN_STEP
                    : List.of(choice.value().words() + " = mean: a cell is one core in one sample", choice.value().words() + " = mean");
        }
        String ofCores = cores > 1 ? (rows.fewest() == cores ? "" : rows.fewest() + "-") + cores + " cores" : "";
        String amount = ofCores + (cores > 1 && samples > 1 ? " × " : "") + (samples > 1 ? samples + " samples" : "");
        String cell = choice.value().words() + " of " + amount;
        return List.of("cell = " + cell + ", full = 100 %", "cell = " + cell, cell, choice.value().words());
    }
}
