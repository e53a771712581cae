package coreloom.view;

import coreloom.view.Key.Kind;

/**
 * A line that is being typed at the bottom of the screen.
 *
 * @param question what is asked for
 * @param text     what has been typed so far
 * @param refused  whether that was entered and cannot be understood
 */
public record Prompt(Question question, String text, boolean refused) {
    /** What is typed behind it is not taken. */
    private static final int MAX_LENGTH = 500;

    /** What a line is typed for. */
    public enum Question {
        NOTE("note", "Enter marks, Esc does not", ""),
        /** Which threads are listed. */
        FILTER("filter", "* anything, ! not; Enter filters, Esc does not", ""),
        /** Which moment is shown. */
        TIME("go to", "-3m, +90s or 14:05:30; Esc does not", "no time; it begins with - or +, or is as 14:05:30; Esc leaves");

        private final String word;
        private final String keys;
        private final String refusal;

        Question(String word, String keys, String refusal) {
            this.word = word;
            this.keys = keys;
            this.refusal = refusal;
        }

        /** What follows from the answer, in that state, which no longer asks. */
        State.Update answer(State state, String text, State.Range range) {
            return switch (this) {
                case NOTE -> state.with(new Command.Note(text));
                case FILTER -> State.only(state.with(state.choices().with(state.choices().waits().filtered(text))));
                case TIME -> state.wished(text, range);
            };
        }
    }

    /** The prompt after a key that neither ends nor leaves it. */
    Prompt on(Key key) {
        if (key.kind() == Kind.BACKSPACE) {
            return new Prompt(question, text.substring(0, text.isEmpty() ? 0 : text.offsetByCodePoints(text.length(), -1)), false);
        }
        boolean typed = key.kind() == Kind.CHARACTER && !Character.isISOControl(key.character()) && text.length() < MAX_LENGTH;
        return typed ? new Prompt(question, text + key.character(), false) : this;
    }

    /** Draws its end where there is no room for all of it. */
    void draw(Canvas canvas) {
        int x = canvas.text(1, 0, Style.KEY, question.word) + 1;
        String hint = refused ? question.refusal : question.keys;
        int keysAt = Math.max(x, canvas.width() - hint.length() - 1);
        int room = Math.max(1, keysAt - x - 3);
        canvas.text(x, 0, Style.TEXT, text.substring(Math.max(0, text.length() - room)));
        canvas.text(x + Math.min(room, text.length()), 0, Style.STRONG, "▏");
        canvas.text(keysAt, 0, refused ? Style.BAD : Style.DIM, hint);
    }
}
