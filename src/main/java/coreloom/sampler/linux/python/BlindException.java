package coreloom.sampler.linux.python;

/** The lock of a process cannot be seen exactly. The message is a sentence that says why. */
final class BlindException extends Exception {
    private static final long serialVersionUID = 1;

    BlindException(BlindSpot spot, Object... where) {
        super(spot.sentence(where), null, false, false);
    }
}
