package coreloom.view;

import coreloom.history.History;
import coreloom.history.Interval;
import coreloom.snapshot.OwnReading;
import java.util.Optional;

/**
 * The last line: the keys by their letters, and what the monitor itself costs and missed.
 *
 * @param around   how the program is set
 * @param history  where the intervals are
 * @param interval the interval shown; empty before there is one
 */
record FooterBar(Surroundings around, History history, Optional<Interval> interval) {
    private static final int WIDE = 100;

    void draw(Canvas canvas) {
        String own = interval.map(shown -> own(shown, canvas.width() >= WIDE)).orElse("");
        Canvas keys = canvas.part(0, 0, canvas.width() - own.length() - 2, 1);
        int x = 1;
        for (KeyBinding binding : KeyBinding.all()) {
            String label = around.wishes().keys().label(binding);
            int needed = label.length() + 1 + binding.word().length();
            if (binding.useful(around) && !binding.word().isEmpty() && x + needed <= keys.width()) {
                x = keys.text(x, 0, Style.KEY, label);
                x = keys.text(x + 1, 0, Style.DIM, binding.word()) + 2;
            }
        }
        canvas.text(canvas.width() - own.length() - 1, 0, Style.DIM, own);
    }

    private String own(Interval shown, boolean wide) {
        StringBuilder line = new StringBuilder();
        OwnCost cost = OwnCost.of(history, shown.number());
        double percent = cost.cores() * 100;
        Figures.fixed(line.append("self "), percent, percent < 9.95 ? 1 : 0, 0).append(" %");
        if (wide) {
            around.wishes().units().rate(line.append(' '), cost.bytesPerSecond());
            looks(line, shown.own().reading());
        }
        counted(line, " late ", shown.own().reading().lateSamples());
        counted(line, " drops ", shown.own().reading().droppedSnapshots());
        counted(line, " faults ", shown.own().reading().faults());
        return line.toString();
    }

    /** How often waits were looked at, and how often that was not possible within the cost limit. */
    private static void looks(StringBuilder line, OwnReading own) {
        counted(line, " looks ", own.looks());
        counted(line, " missed ", own.missedLooks());
    }

    private static void counted(StringBuilder line, String word, long count) {
        if (count > 0) {
            line.append(word).append(count);
        }
    }
}
