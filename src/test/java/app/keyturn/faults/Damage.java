package app.keyturn.faults;

import app.keyturn.faults.Fault.Place;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okio.ByteString;

/**
 * What becomes of an answer.
 *
 * @param spell which one is broken, and how
 */
record Damage(FaultSchedule spell) {
    /** An answer that is no answer of Microsoft's. */
    Message made(Operation operation) {
        return BadResponse.of(spell.fault(), operation).orElseThrow().message();
    }

    /** Half of an answer. */
    static Message withoutItsEnd(Message whole) {
        return whole.with(whole.body().substring(0, whole.body().size() / 2));
    }

    /** An answer with a value in it that no program of today knows. */
    static Message ofTheFuture(Operation operation, Message answer) {
        return answer.with(ByteString
                .encodeUtf8(BadResponse.ofTheFuture(operation, JsonParser.parseString(answer.text())).toString()));
    }

    /** The answer to a batch with some of its parts broken; empty if none is. */
    Optional<Message> inside(Message request, Message answer) {
        Map<String, Operation> asked = new HashMap<>();
        for (JsonElement each : JsonParser.parseString(request.text()).getAsJsonObject().getAsJsonArray("requests")) {
            JsonObject question = each.getAsJsonObject();
            OperationTracker.ofPart(question.get("url").getAsString())
                    .filter(spell.operation()::equals)
                    .ifPresent(operation -> asked.put(question.get("id").getAsString(), operation));
        }
        if (asked.isEmpty() || !spell.strikes(spell.operation(), Place.REQUEST)) {
            return Optional.empty();
        }
        JsonObject whole = JsonParser.parseString(answer.text()).getAsJsonObject();
        for (JsonElement each : whole.getAsJsonArray("responses")) {
            JsonObject part = each.getAsJsonObject();
            Operation operation = asked.get(part.get("id").getAsString());
            if (operation != null && spell.fault() == Fault.UNKNOWN_VALUE) {
                part.add("body", BadResponse.ofTheFuture(operation, part.get("body")));
            } else if (operation != null) {
                BadResponse.of(spell.fault(), operation).orElseThrow().intoPart(part);
            }
        }
        return Optional.of(answer.with(ByteString.encodeUtf8(whole.toString())));
    }
}
