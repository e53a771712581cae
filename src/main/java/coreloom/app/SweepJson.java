package coreloom.app;

import com.fasterxml.jackson.core.JsonGenerator;
import coreloom.history.repeats.Repeats;
import coreloom.history.scaling.Estimate;
import coreloom.history.scaling.Fit;
import coreloom.history.scaling.Fitting;
import coreloom.history.scaling.Growth;
import coreloom.history.scaling.Law;
import coreloom.history.scaling.ScalingCurve;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/** What {@code sweep --json} prints. */
final class SweepJson implements MeasuringOutcome.Report {
    static final String SCHEMA = "coreloom-sweep/1";

    @Override
    public String of(Measured measured) {
        List<ScalingCurve> curves = measured.curves();
        return JsonDocument.of(SCHEMA, measured, Growth.sentence(curves), json -> {
            json.writeArrayFieldStart("curves");
            for (ScalingCurve curve : curves) {
                curve(json, curve);
            }
            json.writeEndArray();
        });
    }

    private static void curve(JsonGenerator json, ScalingCurve curve) throws IOException {
        json.writeStartObject();
        json.writeStringField("variant", curve.variant());
        json.writeArrayFieldStart("points");
        for (Repeats step : curve.steps()) {
            json.writeStartObject();
            JsonDocument.number(json, "speedUp", curve.speedUp(step));
            JsonDocument.repeats(json, step);
            json.writeEndObject();
        }
        json.writeEndArray();
        fitting(json, "amdahl", curve.amdahl());
        fitting(json, "universal", curve.universal());
        json.writeEndObject();
    }

    private static void fitting(JsonGenerator json, String name, Fitting fitting) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeBooleanField("fitted", fitting.fit().isPresent());
        if (fitting.fit().isEmpty()) {
            json.writeStringField("reason", fitting.reason());
        } else {
            Fit fit = fitting.fit().get();
            estimate(json, "lambda", fit.single());
            estimate(json, "sigma", fit.contention());
            if (fit.law() == Law.UNIVERSAL) {
                estimate(json, "kappa", fit.crosstalk());
                JsonDocument.number(json, "peakWorkers", fit.peakWorkers());
            }
            JsonDocument.number(json, "speedUpLimit", fit.speedUpLimit());
            JsonDocument.number(json, "residualShare", OptionalDouble.of(fit.residualShare()));
        }
        json.writeEndObject();
    }

    private static void estimate(JsonGenerator json, String name, Estimate estimate) throws IOException {
        json.writeObjectFieldStart(name);
        JsonDocument.number(json, "value", OptionalDouble.of(estimate.value()));
        JsonDocument.number(json, "error", estimate.error());
        json.writeBooleanField("atBound", estimate.atBound());
        json.writeEndObject();
    }
}
