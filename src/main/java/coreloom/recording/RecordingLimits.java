package coreloom.recording;

/**
 * How much room a recording may take.
 *
 * @param maxPieceBytes a piece that has reached this size gets no more lines: the next one begins a new piece
 * @param keep          most pieces that are kept; the oldest are removed
 */
public record RecordingLimits(long maxPieceBytes, int keep) {
    /** One file, as long as it gets. */
    public static final RecordingLimits NONE = new RecordingLimits(Long.MAX_VALUE, Integer.MAX_VALUE);

    public RecordingLimits {
        if (maxPieceBytes < 1 || keep < 1) {
            throw new IllegalArgumentException(maxPieceBytes + " bytes, " + keep + " pieces");
        }
    }

    /** Whether the session is cut into pieces. */
    public boolean pieces() {
        return maxPieceBytes < Long.MAX_VALUE;
    }
}
