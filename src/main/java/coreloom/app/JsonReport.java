package coreloom.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import coreloom.history.Comparison;
import coreloom.history.Finding;
import coreloom.history.IdleBudget;
import coreloom.history.LaneSummary;
import coreloom.snapshot.Host;
import coreloom.snapshot.WaitKind;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What `--json` prints: one document, whose first key names its schema and version; what could not be measured is null. */
final class JsonReport {
    static final String SCHEMA = "coreloom-run/1";

    private JsonReport() {}

    static String of(Host host, String profile, List<LaneSummary> lanes, List<Finding> findings, IdleBudget machine) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            host(json, host);
            json.writeStringField("profile", profile);
            json.writeArrayFieldStart("lanes");
            for (int i = 0; i < lanes.size(); i++) {
                lane(json, lanes.get(i), findings.get(i));
            }
            json.writeEndArray();
            JsonBudget.write(json, "idleBudget", machine);
            json.writeStringField("verdict", verdict(lanes, findings));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return text.toString();
    }

    /** The sentence of the whole run: of its one lane, or of the lanes compared. */
    static String verdict(List<LaneSummary> lanes, List<Finding> findings) {
        return lanes.isEmpty() ? "Nothing ran." : lanes.size() == 1 ? findings.get(0).sentence() : Comparison.sentence(lanes);
    }

    static void host(JsonGenerator json, Host host) throws IOException {
        json.writeObjectFieldStart("host");
        json.writeStringField("name", host.name());
        json.writeStringField("system", host.system());
        json.writeStringField("runtime", host.runtime());
        json.writeNumberField("usableCores", host.usableCores());
        json.writeEndObject();
    }

    private static void lane(JsonGenerator json, LaneSummary lane, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", lane.lane().name());
        json.writeStringField("variant", lane.lane().variant());
        json.writeNumberField("workers", lane.lane().workers() > 0 ? lane.lane().workers() : lane.threads());
        json.writeNumberField("wallSeconds", rounded(lane.wallNanos() / 1e9));
        number(json, "effectiveCores", lane.effectiveCores());
        number(json, "briefCores", lane.briefCores());
        confinedTo(json, lane.lane().cores());
        number(json, "throughput", lane.throughput());
        number(json, "speedUp", lane.speedUp());
        number(json, "lockWaitShare", lane.lockWaitShare());
        number(json, "runDelayShare", lane.runDelayShare());
        JsonWaits.write(json, lane);
        micros(json, "waitP50Micros", lane.waitP50Nanos());
        micros(json, "waitP99Micros", lane.waitP99Nanos());
        number(json, "handoffsPerSecond", lane.handoffsPerSecond());
        number(json, "collectorWaitShare", tellsCollections(lane) ? lane.waitShares().of(WaitKind.COLLECTOR) : OptionalDouble.empty());
        number(json, "collectionsPerSecond", perSecond(lane, lane.collections().count()));
        number(json, "collectorPauseShare", perSecond(lane, lane.collections().pauseNanos() / 1e9));
        JsonBudget.write(json, "idleBudget", lane.budget());
        json.writeStringField("finding", finding.sentence());
        json.writeStringField("findingKind", finding.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        sentence(json, "trouble", lane.lane().trouble());
        sentence(json, "note", lane.lane().note());
        json.writeEndObject();
    }

    /** Ids of cores; null for a lane that may use all. */
    private static void confinedTo(JsonGenerator json, List<Integer> cores) throws IOException {
        if (cores.isEmpty()) {
            json.writeNullField("confinedTo");
            return;
        }
        json.writeArrayFieldStart("confinedTo");
        for (int core : cores) {
            json.writeNumber(core);
        }
        json.writeEndArray();
    }

    private static void sentence(JsonGenerator json, String name, String text) throws IOException {
        if (text.isEmpty()) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, text);
        }
    }

    private static void number(JsonGenerator json, String name, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, rounded(value.getAsDouble()));
        } else {
            json.writeNullField(name);
        }
    }

    /** Whoever tells its waits itself tells its collections; from outside they are not seen. */
    private static boolean tellsCollections(LaneSummary lane) {
        return lane.waitShares().known() && !lane.waitShares().sampled();
    }

    private static OptionalDouble perSecond(LaneSummary lane, double total) {
        return tellsCollections(lane) && lane.wallNanos() > 0 ? OptionalDouble.of(total * 1e9 / lane.wallNanos()) : OptionalDouble.empty();
    }

    private static void micros(JsonGenerator json, String name, OptionalLong nanos) throws IOException {
        number(json, name, nanos.isPresent() ? OptionalDouble.of(nanos.getAsLong() / 1e3) : OptionalDouble.empty());
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
