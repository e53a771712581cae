package coreloom.replay;

/** Something that cannot be replayed. The message is one sentence for the user: file, line, what is wrong, what to do. */
public final class SessionFormatException extends Exception {
    public SessionFormatException(String sentence) {
        super(sentence);
    }
}
