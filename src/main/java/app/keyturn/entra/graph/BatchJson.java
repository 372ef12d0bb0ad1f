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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Several queries in one request, as JSON. Source: Microsoft Learn, "Combine multiple HTTP requests using JSON
 * batching". The Graph SDK's own batches were not chosen: they need its {@code GraphServiceClient}.
 */
public final class BatchJson {
    static final String CONSISTENCY = "ConsistencyLevel";
    static final String EVENTUAL = "eventual";
    private static final Pattern STATUS = Pattern.compile("[1-9]\\d{2}");

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
     * Parses the response to a batch. It has the responses to the queries in any order, with their ids. A query that has
     * no usable response, or two, has failed like a single one with an unreadable response.
     *
     * @param json the whole response
     * @param queries how many queries there were
     * @param batchHeaders the headers of the whole response
     * @return the responses in the order of the queries
     * @throws JsonParseException if the JSON has another structure
     */
    public static List<GraphResponse> read(String json, int queries, Headers batchHeaders) {
        if (!(JsonParser.parseString(json) instanceof JsonObject whole)
                || !(whole.get("responses") instanceof JsonArray responses)) {
            throw new JsonParseException("A batch has responses");
        }
        Map<String, List<JsonObject>> byId = responses.asList()
                .stream()
                .filter(response -> response instanceof JsonObject part && part.get("id") instanceof JsonPrimitive)
                .map(JsonElement::getAsJsonObject)
                .collect(Collectors.groupingBy(part -> part.get("id").getAsString()));
        return IntStream.rangeClosed(1, queries)
                .mapToObj(id -> byId.getOrDefault(Integer.toString(id), List.of()))
                .map(parts -> parts.size() == 1 ? part(parts.getFirst(), batchHeaders) : Optional.<Part>empty())
                .map(part -> part.map(Part::toResponse)
                        .orElseGet(() -> new GraphResponse.Failure(ErrorResponse.unreadable(batchHeaders))))
                .toList();
    }

    private static Optional<Part> part(JsonObject response, Headers batchHeaders) {
        return response.get("status") instanceof JsonPrimitive status && status.isNumber()
                && STATUS.matcher(status.getAsString()).matches()
                        ? Optional.of(new Part(status.getAsInt(), response.get("headers"), response.get("body"),
                                batchHeaders))
                        : Optional.empty();
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
