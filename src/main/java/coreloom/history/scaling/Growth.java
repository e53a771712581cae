package coreloom.history.scaling;

import coreloom.history.repeats.Repeats;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What curves show together: the one that grows furthest beside the one that grows least. */
public final class Growth {
    private static final double NOTHING_GAINED = 1.1;

    private Growth() {}

    /** One sentence; never empty. */
    public static String sentence(List<ScalingCurve> curves) {
        List<ScalingCurve> measured = curves.stream().filter(curve -> curve.best().isPresent()).toList();
        if (measured.isEmpty()) {
            return "Nothing was measured.";
        }
        Comparator<ScalingCurve> byMost = Comparator.comparingDouble(curve -> ScalingCurve.mean(curve.best().orElseThrow()));
        ScalingCurve best = measured.stream().max(byMost).orElseThrow();
        ScalingCurve worst = measured.stream().min(byMost).orElseThrow();
        return best == worst ? described(best) + "." : described(best) + "; " + described(worst) + ".";
    }

    private static String described(ScalingCurve curve) {
        Repeats top = curve.best().orElseThrow();
        OptionalDouble speedUp = curve.speedUp(top);
        if (curve.steps().size() == 1 || speedUp.isEmpty()) {
            return words("%s does most, %s, with %s", curve.variant(), Repeats.unitsPerSecond(ScalingCurve.mean(top)), workers(top));
        }
        return speedUp.getAsDouble() < NOTHING_GAINED
                ? words("%s gains next to nothing from more workers: %.2f times one at most", curve.variant(), speedUp.getAsDouble())
                : words("%s does most with %s: %.2f times one", curve.variant(), workers(top), speedUp.getAsDouble());
    }

    private static String workers(Repeats step) {
        return step.workers() + (step.workers() == 1 ? " worker" : " workers");
    }

    private static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
