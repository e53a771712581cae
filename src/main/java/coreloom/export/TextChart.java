package coreloom.export;

import coreloom.history.repeats.Repeats;
import coreloom.history.scaling.ScalingCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Scaling curves as text, 80 columns wide: a letter for the mean of each step, dots for the law fitted.
 *
 * <pre>
 *   units/s
 *       20k |            ....A
 *           |    ..A.....
 *         0 +-----------------
 *            1      2        3   workers
 *   A threads
 * </pre>
 */
public final class TextChart {
    private static final int COLUMNS = 80;
    private static final int LABEL_COLUMNS = 8;
    private static final int PLOT_COLUMNS = COLUMNS - LABEL_COLUMNS - 2;
    private static final int PLOT_ROWS = 16;
    private static final int DOTS_ACROSS = PLOT_COLUMNS * DotCanvas.DOTS_ACROSS;
    private static final int DOTS_DOWN = PLOT_ROWS * DotCanvas.DOTS_DOWN;
    /** Dots left free on both sides, so that letters do not stand on the axis. */
    private static final int MARGIN_DOTS = 4;

    private final Plot plot;
    private final boolean unicode;

    public TextChart(List<ScalingCurve> curves, boolean unicode) {
        this.plot = Plot.of(curves);
        this.unicode = unicode;
    }

    /** Its lines; none where nothing was measured. */
    public List<String> lines() {
        if (plot.curves().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("units/s");
        List<String> picture = picture();
        for (int row = 0; row < PLOT_ROWS; row++) {
            lines.add((labelOf(row) + picture.get(row)).stripTrailing());
        }
        lines.add(" ".repeat(LABEL_COLUMNS - 1) + "0 " + (unicode ? "└" : "+") + (unicode ? "─" : "-").repeat(PLOT_COLUMNS));
        lines.add(workers());
        lines.addAll(legend());
        return lines;
    }

    private String labelOf(int row) {
        String label = "";
        for (double tick : plot.up().ticks()) {
            boolean here = tick > 0 && Math.min(DOTS_DOWN - 1, down(tick)) / DotCanvas.DOTS_DOWN == row;
            label = here ? plot.up().label(tick) : label;
        }
        String bar = unicode ? label.isEmpty() ? "│" : "┤" : label.isEmpty() ? "|" : "+";
        return " ".repeat(Math.max(0, LABEL_COLUMNS - label.length())) + label + " " + bar;
    }

    private List<String> picture() {
        DotCanvas canvas = new DotCanvas(PLOT_COLUMNS, PLOT_ROWS, unicode);
        for (ScalingCurve curve : plot.curves()) {
            line(canvas, curve);
        }
        for (int i = 0; i < plot.curves().size(); i++) {
            for (Repeats step : plot.curves().get(i).steps()) {
                canvas.letter(letter(i), across(step.workers()), down(ScalingCurve.mean(step)));
            }
        }
        return canvas.lines();
    }

    private void line(DotCanvas canvas, ScalingCurve curve) {
        for (int across = MARGIN_DOTS; across < DOTS_ACROSS - MARGIN_DOTS; across++) {
            double workers = plot.across().value((across - MARGIN_DOTS) / (double) (DOTS_ACROSS - 1 - 2 * MARGIN_DOTS));
            OptionalDouble height = Plot.height(curve, workers);
            if (height.isPresent()) {
                canvas.dot(across, down(height.getAsDouble()));
            }
        }
    }

    private int across(double workers) {
        return MARGIN_DOTS + (int) Math.round(plot.across().place(workers) * (DOTS_ACROSS - 1 - 2 * MARGIN_DOTS));
    }

    private int down(double throughput) {
        return (int) Math.round((1 - plot.up().place(throughput)) * (DOTS_DOWN - 1));
    }

    private String workers() {
        StringBuilder line = new StringBuilder(" ".repeat(COLUMNS));
        for (double tick : plot.across().ticks()) {
            String label = plot.across().label(tick);
            int at = LABEL_COLUMNS + 2 + across(tick) / DotCanvas.DOTS_ACROSS - label.length() / 2;
            line.replace(at, at + label.length(), label);
        }
        String unit = "workers";
        line.replace(0, unit.length(), unit);
        return line.toString().stripTrailing();
    }

    private List<String> legend() {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < plot.curves().size(); i++) {
            add(lines, line, letter(i) + " " + plot.curves().get(i).variant());
        }
        add(lines, line, "* several");
        boolean fitted = plot.curves().stream().anyMatch(curve -> curve.drawn().isPresent());
        add(lines, line, fitted ? "dots: the fitted law" : "dots: from step to step");
        lines.add(line.toString());
        return lines;
    }

    private static void add(List<String> lines, StringBuilder line, String entry) {
        String gap = line.isEmpty() ? "" : "   ";
        if (line.length() + gap.length() + entry.length() > COLUMNS) {
            lines.add(line.toString());
            line.setLength(0);
            gap = "";
        }
        line.append(gap).append(entry);
    }

    private static char letter(int curve) {
        return (char) ('A' + curve % 26);
    }
}
