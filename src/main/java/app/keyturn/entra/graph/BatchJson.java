package app.keyturn.entra.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.entra.http.ContentType;
import app.keyturn.entra.http.ErrorResponse;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Several queries in one request, as JSON. Source: Microsoft Learn, "Combine multiple HTTP requests using JSON
 * batching". The Graph SDK's own batches were not chosen: they need its {@code GraphServiceClient}.
 */
public final class BatchJson {
    static final String CONSISTENCY = "ConsistencyLevel";
    static final String EVENTUAL = "eventual";

    private BatchJson() {}

    /** The body of {@code POST /$batch}. */
    static byte[] body(List<GraphQuery> queries) {
        JsonArray requests = new JsonArray();
        for (GraphQuery query : queries) {
            JsonObject request = new JsonObject();
            request.addProperty("id", Integer.toString(requests.size() + 1));
            request.addProperty("method", "GET");
            request.addProperty("url", query.address());
            if (query.eventual()) {
                JsonObject headers = new JsonObject();
                headers.addProperty(CONSISTENCY, EVENTUAL);
                request.add("headers", headers);
            }
            requests.add(request);
        }
        JsonObject body = new JsonObject();
        body.add("requests", requests);
        return body.toString().getBytes(UTF_8);
    }

    /**
     * Parses the response to a batch. It has the responses to the queries in any order, with their ids.
     *
     * @param json the whole response
     * @param queries how many queries there were
     * @param batchHeaders the headers of the whole response
     * @return the responses in the order of the queries
     * @throws JsonParseException if one is missing, or the JSON has another structure
     */
    public static List<GraphResponse> read(String json, int queries, Headers batchHeaders) {
        JsonElement whole = JsonParser.parseString(json);
        if (!whole.isJsonObject() || !(whole.getAsJsonObject().get("responses") instanceof JsonArray responses)) {
            throw new JsonParseException("A batch has responses");
        }
        Map<String, Part> byId = new HashMap<>();
        for (JsonElement element : responses) {
            if (!(element instanceof JsonObject response) || !(response.get("id") instanceof JsonPrimitive id)
                    || !(response.get("status") instanceof JsonPrimitive status) || !status.isNumber()
                    || byId.put(id.getAsString(),
                            new Part(status.getAsInt(), response.get("headers"), response.get("body"),
                                    batchHeaders)) != null) {
                throw new JsonParseException("A response has an id of its own and a status");
            }
        }
        List<GraphResponse> answers = new ArrayList<>();
        for (int id = 1; id <= queries; id++) {
            Part answer = byId.get(Integer.toString(id));
            if (answer == null) {
                throw new JsonParseException("A query without a response");
            }
            answers.add(answer.toResponse());
        }
        return answers;
    }

    /**
     * The response to one query of a batch.
     *
     * @param status its HTTP status
     * @param headers its headers, an object of texts; null if it came without
     * @param body its body: an object if it is JSON, else a text; null if it came without
     * @param batchHeaders the headers of the response to the whole batch
     */
    private record Part(int status, @Nullable JsonElement headers, @Nullable JsonElement body, Headers batchHeaders) {
        /** The response as if it had come alone, through {@link AuthInterceptor}. */
        GraphResponse toResponse() {
            String type = header("Content-Type").orElse("");
            boolean json = type.isEmpty() || ContentType.isJson(type);
            if (status == 200 && json && body instanceof JsonObject object) {
                return new GraphResponse.Success(object);
            }
            return new GraphResponse.Failure(ErrorResponse.of(status, type, text(), this::headerOrBatchHeader));
        }

        private String text() {
            if (body == null || body.isJsonNull()) {
                return "";
            }
            return body instanceof JsonPrimitive text ? text.getAsString() : body.toString();
        }

        /**
         * In Microsoft's examples only the batch as a whole has request ids; Microsoft's support can search for them.
         */
        private Optional<String> headerOrBatchHeader(String name) {
            return header(name).or(() -> Optional.ofNullable(batchHeaders.get(name)));
        }

        private Optional<String> header(String name) {
            if (!(headers instanceof JsonObject all)) {
                return Optional.empty();
            }
            return all.entrySet()
                    .stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .filter(JsonElement::isJsonPrimitive)
                    .map(JsonElement::getAsString)
                    .findFirst();
        }
    }
}
