package coreloom.sampler.source;

import java.util.Objects;

/**
 * One thing that the monitor reads or uses, as this machine and these rights offer it.
 *
 * @param name     what it tells
 * @param standing whether it is offered
 * @param seen     where it was looked for and what was found, without a full stop
 * @param lost     what cannot be shown without it; empty when nothing is lost
 * @param remedy   the command that would allow it, or what else to do; empty when nothing is lost
 */
public record SourceReport(String name, Standing standing, String seen, String lost, String remedy) {
    /** How far a source is offered. */
    public enum Standing {
        OFFERED("ok"),
        /** Some of it, or for some programs. */
        PARTLY("partly"),
        /** It is there, but not for us. */
        DENIED("denied"),
        ABSENT("absent");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public SourceReport {
        Objects.requireNonNull(standing);
        if ((standing == Standing.OFFERED) != (lost.isEmpty() && remedy.isEmpty())) {
            throw new IllegalArgumentException(name + ": what is lost goes with a source that is not wholly offered, and only with such");
        }
    }

    static SourceReport offered(String name, String seen) {
        return new SourceReport(name, Standing.OFFERED, seen, "", "");
    }
}
