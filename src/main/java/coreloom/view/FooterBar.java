package coreloom.view;

import coreloom.history.Interval;
import java.util.Optional;

/**
 * The last line: the keys by their letters, and what the monitor itself costs and missed.
 *
 * @param around   how the program is set
 * @param interval the interval shown; empty before there is one
 */
record FooterBar(Surroundings around, Optional<Interval> interval) {
    void draw(Canvas canvas) {
        String own = interval.map(this::own).orElse("");
        Canvas keys = canvas.part(0, 0, canvas.width() - own.length() - 2, 1);
        int x = 1;
        for (KeyBinding binding : KeyBinding.all()) {
            int needed = binding.label().length() + 1 + binding.word().length();
            if (!binding.word().isEmpty() && x + needed <= keys.width()) {
                x = keys.text(x, 0, Style.KEY, binding.label());
                x = keys.text(x + 1, 0, Style.DIM, binding.word()) + 2;
            }
        }
        canvas.text(canvas.width() - own.length() - 1, 0, Style.DIM, own);
    }

    private String own(Interval shown) {
        StringBuilder line = new StringBuilder();
        Figures.fixed(line.append("self "), shown.own().cores() * 100, 1, 0).append(" %");
        if (shown.own().reading().lateSamples() > 0) {
            line.append(" late ").append(shown.own().reading().lateSamples());
        }
        if (shown.own().reading().droppedSnapshots() > 0) {
            line.append(" drops ").append(shown.own().reading().droppedSnapshots());
        }
        return line.toString();
    }
}
