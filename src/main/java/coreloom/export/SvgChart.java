package coreloom.export;

import coreloom.history.repeats.Repeats;
import coreloom.history.repeats.Spread;
import coreloom.history.scaling.ScalingCurve;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Scaling curves as an SVG picture of its own: light or dark as the reader's system is, no scripts, nothing fetched. Colour never stands
 * alone: each variant has its own mark and its own dashes.
 */
public final class SvgChart {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 500;
    private static final int LEFT = 90;
    private static final int TOP = 60;
    private static final int PLOT_WIDTH = 570;
    private static final int PLOT_HEIGHT = 370;
    private static final int LEGEND = LEFT + PLOT_WIDTH + 30;
    private static final int LINE_STEPS = 96;

    private final String title;
    private final Plot plot;
    private final StringBuilder text = new StringBuilder();

    /** @param title how it was measured */
    public SvgChart(String title, List<ScalingCurve> curves) {
        this.title = title;
        this.plot = Plot.of(curves);
    }

    /** The document. */
    public String text() {
        text.setLength(0);
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" "
                + "aria-labelledby=\"title\">",
                WIDTH, HEIGHT, WIDTH, HEIGHT);
        add("<title id=\"title\">%s</title>", escaped("Throughput against workers: " + title));
        add("<style>%n%s</style>", SvgLook.css());
        add("<rect class=\"paper\" width=\"%d\" height=\"%d\"/>", WIDTH, HEIGHT);
        add("<text class=\"title\" x=\"%d\" y=\"30\">%s</text>", LEFT, escaped(title));
        across();
        up();
        for (int i = 0; i < plot.curves().size(); i++) {
            curve(plot.curves().get(i), i);
        }
        legend();
        add("</svg>");
        return text.toString();
    }

    private void across() {
        for (double tick : plot.across().ticks()) {
            add("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>", x(tick), TOP + PLOT_HEIGHT + 20, plot.across().label(tick));
        }
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">workers</text>", LEFT + PLOT_WIDTH / 2, TOP + PLOT_HEIGHT + 45);
    }

    private void up() {
        for (double tick : plot.up().ticks()) {
            add("<path class=\"%s\" d=\"M%d %.1fh%d\"/>", tick == 0 ? "axis" : "grid", LEFT, y(tick), PLOT_WIDTH);
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 8, y(tick) + 4, plot.up().label(tick));
        }
        int middle = TOP + PLOT_HEIGHT / 2;
        add("<text x=\"24\" y=\"%d\" text-anchor=\"middle\" transform=\"rotate(-90 24 %d)\">throughput, "
                + "work units per second</text>", middle, middle);
    }

    private void curve(ScalingCurve curve, int number) {
        add("<g class=\"%s\">", SvgLook.name(number));
        add("<path class=\"line\" d=\"%s\"/>", line(curve));
        for (Repeats step : curve.steps()) {
            sigma(step);
            add("<path class=\"mark\" d=\"%s\"/>", SvgLook.mark(number, x(step.workers()), y(ScalingCurve.mean(step))));
        }
        add("</g>");
    }

    private String line(ScalingCurve curve) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i <= LINE_STEPS; i++) {
            double workers = plot.across().value(i / (double) LINE_STEPS);
            OptionalDouble height = Plot.height(curve, workers);
            if (height.isPresent()) {
                path.append(words("%s%.1f %.1f", path.isEmpty() ? "M" : "L", x(workers), y(height.getAsDouble())));
            }
        }
        return path.isEmpty() ? "M0 0" : path.toString();
    }

    private void sigma(Repeats step) {
        OptionalDouble sigma = step.throughput().map(Spread::sigma).orElse(OptionalDouble.empty());
        if (sigma.isPresent() && sigma.getAsDouble() > 0) {
            double mean = ScalingCurve.mean(step);
            double top = Math.min(plot.up().to(), mean + sigma.getAsDouble());
            double bottom = Math.max(0, mean - sigma.getAsDouble());
            add("<path class=\"sigma\" d=\"M%.1f %.1fV%.1f\"/>", x(step.workers()), y(top), y(bottom));
        }
    }

    private void legend() {
        int y = TOP + 10;
        for (int i = 0; i < plot.curves().size(); i++) {
            add("<g class=\"%s\"><path class=\"line\" d=\"M%d %dh36\"/><path class=\"mark\" d=\"%s\"/></g>", SvgLook.name(i), LEGEND, y,
                    SvgLook.mark(i, LEGEND + 18, y));
            add("<text x=\"%d\" y=\"%d\">%s</text>", LEGEND + 44, y + 4, escaped(plot.curves().get(i).variant()));
            y += 24;
        }
        add("<text class=\"small\" x=\"%d\" y=\"%d\">mark: mean, bar: ±1 σ</text>", LEGEND, y + 10);
        boolean fitted = plot.curves().stream().anyMatch(curve -> curve.drawn().isPresent());
        add("<text class=\"small\" x=\"%d\" y=\"%d\">%s</text>", LEGEND, y + 28,
                fitted ? "line: the fitted law" : "line: from step to step");
    }

    private double x(double workers) {
        return LEFT + 12 + plot.across().place(workers) * (PLOT_WIDTH - 24);
    }

    private double y(double throughput) {
        return TOP + (1 - plot.up().place(throughput)) * PLOT_HEIGHT;
    }

    private void add(String format, Object... values) {
        text.append(words(format, values)).append('\n');
    }

    private static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String escaped(String raw) {
        return raw.replaceAll("\\p{Cntrl}", "?").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
