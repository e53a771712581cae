package coreloom.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import coreloom.history.repeats.OutlierRule;
import coreloom.history.repeats.Repeats;
import coreloom.history.repeats.Run;
import coreloom.history.repeats.Spread;
import coreloom.workload.Setting;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A comparison or a sweep as one JSON document; what could not be measured is null, numbers have seven digits. */
final class JsonDocument {
    private static final MathContext DIGITS = new MathContext(7);

    private JsonDocument() {}

    /** The part of a document that is its own. */
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /** The document: schema, machine, how it was measured, then the body, then notes and the verdict. */
    static String of(String schema, Measured measured, String verdict, Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("schema", schema);
            JsonReport.host(json, measured.host());
            plan(json, measured.plan());
            json.writeBooleanField("endedEarly", measured.early());
            json.writeStringField("outlierRule", OutlierRule.WORDS);
            body.write(json);
            strings(json, "notes", measured.notes());
            json.writeStringField("verdict", verdict);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return text.toString();
    }

    private static void plan(JsonGenerator json, MeasuringPlan plan) throws IOException {
        json.writeStringField("kernel", plan.work().kernel().word());
        json.writeObjectFieldStart("settings");
        for (Setting setting : Setting.values()) {
            Long value = plan.work().parameters().values().get(setting);
            if (value != null) {
                json.writeNumberField(setting.key(), value);
            }
        }
        json.writeEndObject();
        json.writeArrayFieldStart("workers");
        for (int count : plan.workers()) {
            json.writeNumber(count);
        }
        json.writeEndArray();
        json.writeNumberField("rounds", plan.repeats());
        number(json, "measuredSeconds", OptionalDouble.of(plan.length().measuredNanos() / 1e9));
        number(json, "warmUpSeconds", OptionalDouble.of(plan.length().warmUpMillis() / 1e3));
    }

    private static void strings(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** What both documents say of repeats, as fields of the present object. */
    static void repeats(JsonGenerator json, Repeats repeats) throws IOException {
        json.writeNumberField("workers", repeats.workers());
        spread(json, "throughput", repeats.throughput());
        spread(json, "effectiveCores", repeats.effectiveCores());
        spread(json, "lockWaitShare", repeats.lockWaitShare());
        spread(json, "runDelayShare", repeats.runDelayShare());
        json.writeArrayFieldStart("runs");
        for (Run run : repeats.runs()) {
            json.writeStartObject();
            json.writeNumberField("round", run.round());
            number(json, "measuredSeconds", OptionalDouble.of(run.lane().wallNanos() / 1e9));
            number(json, "throughput", run.lane().throughput());
            json.writeBooleanField("outlier", repeats.outlier().filter(run::equals).isPresent());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Mean and sigma; null where nothing was measured, sigma null where it was measured once. */
    static void spread(JsonGenerator json, String name, Optional<Spread> spread) throws IOException {
        if (spread.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        number(json, "mean", OptionalDouble.of(spread.get().mean()));
        number(json, "sigma", spread.get().sigma());
        json.writeEndObject();
    }

    static void number(JsonGenerator json, String name, OptionalDouble value) throws IOException {
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
            json.writeNumberField(name, new BigDecimal(value.getAsDouble()).round(DIGITS).doubleValue());
        } else {
            json.writeNullField(name);
        }
    }
}
