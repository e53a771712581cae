package coreloom.recording;

/** A recording that cannot begin. The message is one sentence for the user: what, where, what to do. */
public final class RecordingException extends Exception {
    public RecordingException(String sentence) {
        super(sentence);
    }
}
