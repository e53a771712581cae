package coreloom.view;

import java.util.List;

/**
 * Every key that does something here with its sentence, from the table that answers the keys; and how to read the picture.
 *
 * @param around how the program is set
 */
record HelpPanel(Surroundings around) {
    private static final List<String> READING = List.of(
        "cores × time: a column is a sample; height and colour say how busy a core was.",
        "waits: a bar is one interval of a thread. On-CPU and run queue come from the",
        "kernel, other waits from the workers. p50 p99: its lock waits. h/s: how often",
        "it took the lock over. lanes: speed-up is against one worker of the same lane,",
        "measured just before; lock wait lasts until on a core again: may pass 100 %.");

    void draw(Canvas canvas) {
        canvas.title("keys", "? closes");
        int y = 1;
        for (KeyBinding binding : KeyBinding.all()) {
            if (binding.useful(around)) {
                canvas.text(2, y, Style.KEY, binding.label());
                canvas.text(14, y++, Style.TEXT, binding.sentence());
            }
        }
        // A blank row between the two where there is one to spare.
        y += y + READING.size() < canvas.height() ? 1 : 0;
        for (String line : READING) {
            canvas.text(2, y++, Style.DIM, line);
        }
    }
}
