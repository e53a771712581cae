package coreloom.history.scaling;

import java.util.Objects;
import java.util.Optional;

/**
 * What came of fitting a law.
 *
 * @param law    which
 * @param fit    the fit; empty where the points do not determine one
 * @param reason why there is none, as the end of a sentence; empty where there is one
 */
public record Fitting(Law law, Optional<Fit> fit, String reason) {
    public Fitting {
        Objects.requireNonNull(law);
        Objects.requireNonNull(fit);
        Objects.requireNonNull(reason);
    }

    static Fitting found(Fit fit) {
        return new Fitting(fit.law(), Optional.of(fit), "");
    }

    static Fitting none(Law law, String reason) {
        return new Fitting(law, Optional.empty(), reason);
    }
}
