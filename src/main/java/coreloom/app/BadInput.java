package coreloom.app;

/** Something that the user gave cannot be used; the message is one sentence that says what, where, and what to do. */
final class BadInput extends Exception {
    BadInput(String sentence) {
        super(Printable.of(sentence));
    }
}
