package coreloom.app;

import com.fasterxml.jackson.core.JsonGenerator;
import coreloom.history.repeats.Ranking;
import coreloom.history.repeats.Repeats;
import java.io.IOException;
import java.util.Optional;

/** What {@code compare --json} prints. */
final class CompareJson implements MeasuringOutcome.Report {
    static final String SCHEMA = "coreloom-compare/1";

    @Override
    public String of(Measured measured) {
        Ranking ranking = measured.ranking();
        return JsonDocument.of(SCHEMA, measured, ranking.sentence(), json -> {
            json.writeArrayFieldStart("variants");
            for (Repeats variant : ranking.variants()) {
                variant(json, variant, ranking, measured.obstacle(variant));
            }
            json.writeEndArray();
        });
    }

    private static void variant(JsonGenerator json, Repeats variant, Ranking ranking, Optional<String> obstacle) throws IOException {
        json.writeStartObject();
        json.writeStringField("variant", variant.variant());
        json.writeStringField("obstacle", obstacle.orElse(null));
        JsonDocument.spread(json, "speedUp", variant.speedUp());
        JsonDocument.number(json, "relative", ranking.relative(variant));
        JsonDocument.repeats(json, variant);
        json.writeEndObject();
    }
}
