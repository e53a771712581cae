package coreloom.view;

import java.util.List;

/**
 * Every key that does something here with its sentence, from the table that answers the keys; in words of the footer where there is no room for
 * sentences.
 *
 * @param around how the program is set
 */
record HelpPanel(Surroundings around) {
    private static final int SENTENCES_AT = 14;
    private static final int MIN_COLUMNS = 78;

    void draw(Canvas canvas) {
        Keymap keys = around.wishes().keys();
        canvas.title("keys", canvas.line().append(keys.key("help").word()).append(" closes").toString());
        List<KeyBinding> useful = KeyBinding.all().stream().filter(binding -> binding.useful(around)).toList();
        if (canvas.width() < MIN_COLUMNS || canvas.height() < useful.size() + 1) {
            words(canvas.part(1, 1, canvas.width() - 2, canvas.height() - 1), useful);
            return;
        }
        int y = 1;
        for (KeyBinding binding : useful) {
            canvas.text(2, y, Style.KEY, keys.label(binding));
            canvas.text(SENTENCES_AT, y++, Style.TEXT, binding.sentence());
        }
        canvas.text(2, y + 1, Style.DIM, canvas.line().append("What the panels mean says the key ").append(keys.key("explain").word())
                .append("; all of it is in README.md."));
    }

    /** One behind the other, as many a row as there is room for. */
    private void words(Canvas canvas, List<KeyBinding> useful) {
        int x = 0;
        int y = 0;
        for (KeyBinding binding : useful) {
            String label = around.wishes().keys().label(binding);
            String word = binding.word().isEmpty() ? binding.shortly() : binding.word();
            int width = label.length() + 1 + word.length();
            if (x > 0 && x + width > canvas.width()) {
                x = 0;
                y++;
            }
            if (y == canvas.height()) {
                canvas.textRight(y - 1, Style.DIM, " …");
                return;
            }
            canvas.text(x, y, Style.KEY, label);
            canvas.text(x + label.length() + 1, y, Style.TEXT, word);
            x += width + 2;
        }
    }
}
