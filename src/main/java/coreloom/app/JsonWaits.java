package coreloom.app;

import com.fasterxml.jackson.core.JsonGenerator;
import coreloom.history.BusiestLock;
import coreloom.history.LaneSummary;
import coreloom.snapshot.InterpreterLock;
import coreloom.snapshot.InterpreterLockReading;
import coreloom.snapshot.WaitKind;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** What a lane waited for, how that is known, and what is seen of its locks, as fields of the present object; unknown is null. */
final class JsonWaits {
    private JsonWaits() {}

    static void write(JsonGenerator json, LaneSummary lane) throws IOException {
        LaneSummary.WaitShares shares = lane.waitShares();
        if (!shares.known()) {
            json.writeNullField("waitsFrom");
            json.writeNullField("waitShares");
        } else {
            json.writeStringField("waitsFrom", shares.sampled() ? "sampled" : "reported");
            json.writeObjectFieldStart("waitShares");
            for (WaitKind kind : WaitKind.values()) {
                json.writeNumberField(kind.key(), Math.round(shares.of(kind).orElse(0) * 1e4) / 1e4);
            }
            json.writeEndObject();
        }
        busiest(json, lane.locks().busiest());
        interpreter(json, lane.locks().interpreter());
    }

    private static void busiest(JsonGenerator json, Optional<BusiestLock> lock) throws IOException {
        if (lock.isEmpty()) {
            json.writeNullField("busiestLock");
            return;
        }
        json.writeObjectFieldStart("busiestLock");
        json.writeNumberField("pid", lock.get().pid());
        json.writeStringField("address", lock.get().name());
        json.writeNumberField("threads", lock.get().threads());
        json.writeEndObject();
    }

    private static void interpreter(JsonGenerator json, Optional<InterpreterLockReading> reading) throws IOException {
        if (reading.isEmpty()) {
            json.writeNullField("interpreter");
            return;
        }
        InterpreterLockReading seen = reading.get();
        json.writeObjectFieldStart("interpreter");
        json.writeStringField("version", seen.interpreter().version());
        json.writeBooleanField("freeThreaded", seen.interpreter().freeThreaded());
        json.writeStringField("lockSight", seen.sight().name().toLowerCase(Locale.ROOT));
        json.writeStringField("lockSightReason", seen.reason());
        if (seen.lock().isPresent()) {
            lock(json, seen.lock().get());
        }
        json.writeEndObject();
    }

    private static void lock(JsonGenerator json, InterpreterLock lock) throws IOException {
        json.writeNumberField("switchIntervalMicros", lock.switchIntervalMicros());
        if (lock.holderTid().isPresent()) {
            json.writeNumberField("holder", lock.holderTid().getAsInt());
        } else {
            json.writeNullField("holder");
        }
    }
}
