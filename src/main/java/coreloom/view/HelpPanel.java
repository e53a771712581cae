package coreloom.view;

import java.util.List;

/** Every key with its sentence, from the table that answers the keys; and how to read the picture. */
record HelpPanel() {
    private static final List<String> READING = List.of(
        "cores × time: one column for each sample, height and colour both say how busy the core was.",
        "waits: a bar is one interval of a thread's time. On-CPU and run queue are the kernel's,",
        "the lock and I/O waits are counted by the workers themselves. p50, p99: lock waits of the",
        "interval. h/s: locks taken over from another thread, per second.",
        "lanes: speed-up is throughput against one worker of the same lane, measured just before.");

    void draw(Canvas canvas) {
        canvas.clear();
        canvas.title("keys", "? closes");
        int y = 1;
        for (KeyBinding binding : KeyBinding.all()) {
            canvas.text(2, y, Style.KEY, binding.label());
            canvas.text(14, y++, Style.TEXT, binding.sentence());
        }
        y++;
        for (String line : READING) {
            canvas.text(2, y++, Style.DIM, line);
        }
    }
}
