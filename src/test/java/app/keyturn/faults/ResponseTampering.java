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
 * Replaces or damages answers of the practice world.
 *
 * @param schedule says which answer, and how
 */
record ResponseTampering(FaultSchedule schedule) {
    /** A faulty answer in place of the real one. */
    Message replacement(Operation operation) {
        return BadResponse.of(schedule.fault(), operation).orElseThrow().message();
    }

    /** Half of the answer. */
    static Message truncated(Message whole) {
        return whole.with(whole.body().substring(0, whole.body().size() / 2));
    }

    /** The answer with a value in it that Keyturn does not know. */
    static Message withUnknownValue(Operation operation, Message answer) {
        return answer.with(ByteString
                .encodeUtf8(BadResponse.withUnknownValue(operation, JsonParser.parseString(answer.text())).toString()));
    }

    /** The answer to a batch with some parts damaged; empty if none is. */
    Optional<Message> inside(Message request, Message answer) {
        Map<String, Operation> asked = new HashMap<>();
        for (JsonElement each : JsonParser.parseString(request.text()).getAsJsonObject().getAsJsonArray("requests")) {
            JsonObject question = each.getAsJsonObject();
            OperationTracker.ofPart(question.get("url").getAsString())
                    .filter(schedule.operation()::equals)
                    .ifPresent(operation -> asked.put(question.get("id").getAsString(), operation));
        }
        if (asked.isEmpty() || !schedule.strikes(schedule.operation(), Place.REQUEST)) {
            return Optional.empty();
        }
        JsonObject whole = JsonParser.parseString(answer.text()).getAsJsonObject();
        for (JsonElement each : whole.getAsJsonArray("responses")) {
            JsonObject part = each.getAsJsonObject();
            Operation operation = asked.get(part.get("id").getAsString());
            if (operation != null && schedule.fault() == Fault.UNKNOWN_VALUE) {
                part.add("body", BadResponse.withUnknownValue(operation, part.get("body")));
            } else if (operation != null) {
                BadResponse.of(schedule.fault(), operation).orElseThrow().applyTo(part);
            }
        }
        return Optional.of(answer.with(ByteString.encodeUtf8(whole.toString())));
    }
}
