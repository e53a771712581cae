package coreloom.sampler.linux.python;

/** When something that did not succeed is worth trying again: at the 1st, 2nd, 4th, 8th … occasion, and at last at every 256th. */
final class Patience {
    private static final int LONGEST = 256;

    private int wait = 1;
    private int left;

    /** Whether to try at this occasion. */
    boolean due() {
        if (left > 0) {
            left--;
            return false;
        }
        left = wait - 1;
        wait = Math.min(wait * 2, LONGEST);
        return true;
    }
}
