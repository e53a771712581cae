package coreloom.sampler.linux;

/**
 * Reads files of {@code /proc} and takes them apart, through one buffer: a line holds until the next of its kind is read. For one thread.
 */
final class ProcLines {
    private final ProcText text = new ProcText();
    private final StatLine stat = new StatLine();
    private final SchedstatLine schedstat = new SchedstatLine();

    /** Reads a {@code stat} into {@link #stat()}. */
    Outcome readStat(ProcFile file) {
        Outcome outcome = file.read(text);
        return outcome != Outcome.READ || stat.parse(text.bytes(), text.length()) ? outcome : Outcome.UNCLEAR;
    }

    /** Reads a {@code schedstat} into {@link #schedstat()}. */
    Outcome readSchedstat(ProcFile file) {
        Outcome outcome = file.read(text);
        return outcome != Outcome.READ || schedstat.parse(text.bytes(), text.length()) ? outcome : Outcome.UNCLEAR;
    }

    StatLine stat() {
        return stat;
    }

    SchedstatLine schedstat() {
        return schedstat;
    }
}
