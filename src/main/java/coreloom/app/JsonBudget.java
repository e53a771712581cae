package coreloom.app;

import com.fasterxml.jackson.core.JsonGenerator;
import coreloom.history.BudgetPart;
import coreloom.history.IdleBudget;
import java.io.IOException;

/** An idle budget as an object: the cores on offer, and the share of each part by its name; the shares add up to 1. Null when nothing is known. */
final class JsonBudget {
    private static final int UNITS = 10_000;

    private JsonBudget() {}

    static void write(JsonGenerator json, String name, IdleBudget budget) throws IOException {
        if (!budget.known()) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeNumberField("cores", Math.round(budget.cores() * 1e4) / 1e4);
        json.writeObjectFieldStart("shares");
        int[] shares = budget.rounded(UNITS);
        for (BudgetPart part : BudgetPart.values()) {
            json.writeNumberField(part.key(), (double) shares[part.ordinal()] / UNITS);
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
