package coreloom.view;

import java.util.List;

/**
 * Every key that does something here with its sentence, from the table that answers the keys; in words of the footer where there is no room for
 * sentences.
 *
 * @param around how the program is set
 */
record HelpPanel(Surroundings around) {
    private static final int SENTENCES_AT = 13;
    private static final int MIN_COLUMNS = 78;

    void draw(Canvas canvas) {
        Keymap keys = around.wishes().keys();
        canvas.title("keys", canvas.line().append(keys.key("help").word()).append(" closes").toString());
        List<KeyBinding> useful = KeyBinding.all().stream().filter(binding -> binding.useful(around)).toList();
        Canvas body = canvas.part(1, 1, canvas.width() - 2, canvas.height() - 1);
        int sentences = sentences(body, useful);
        for (int y = 0; y < sentences; y++) {
            body.text(1, y, Style.KEY, keys.label(useful.get(y)));
            body.text(SENTENCES_AT, y, Style.TEXT, useful.get(y).sentence());
        }
        words(body.part(0, sentences, body.width(), body.height() - sentences), useful.subList(sentences, useful.size()), true);
        if (sentences + 1 < body.height() && sentences == useful.size()) {
            body.text(1, sentences + 1, Style.DIM, canvas.line().append("What the panels mean says the key ").append(keys.key("explain").word())
                    .append("; all of it is in README.md."));
        }
    }

    /** How many keys may have their sentence, so that there is room for the others in words. */
    private int sentences(Canvas body, List<KeyBinding> useful) {
        int most = body.width() < MIN_COLUMNS ? 0 : Math.min(useful.size(), body.height());
        while (most > 0 && most + words(body, useful.subList(most, useful.size()), false) > body.height()) {
            most--;
        }
        return most;
    }

    /** One behind the other, as many a row as there is room for, drawn or only counted; returns how many rows that takes. */
    private int words(Canvas canvas, List<KeyBinding> useful, boolean drawn) {
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
            if (drawn && y == canvas.height()) {
                canvas.textRight(y - 1, Style.DIM, " …");
                return y;
            }
            if (drawn) {
                canvas.text(x, y, Style.KEY, label);
                canvas.text(x + label.length() + 1, y, Style.TEXT, word);
            }
            x += width + 2;
        }
        return useful.isEmpty() ? 0 : y + 1;
    }
}
