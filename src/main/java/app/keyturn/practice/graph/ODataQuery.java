package app.keyturn.practice.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.practice.server.Json;
import app.keyturn.practice.server.PracticeHost;
import app.keyturn.practice.server.Request;
import app.keyturn.practice.server.Response;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The query options of a request for a list or an object. Sources: Microsoft Learn, "Use query parameters to customize
 * Microsoft Graph responses", "Paging Microsoft Graph data in your app" and "Advanced query capabilities on Microsoft
 * Entra ID objects".
 */
final class ODataQuery {
    private static final Set<String> KNOWN = Set.of("$filter", "$select", "$top", "$skiptoken", "$count", "$search");
    private static final int DEFAULT_PAGE_SIZE = 100;
    private static final int MAX_PAGE_SIZE = 999;

    private final Map<String, String> query;
    private final String address;
    private final boolean eventual;

    ODataQuery(Request request) {
        this.query = request.query();
        this.address = PracticeHost.GRAPH.origin() + request.path();
        this.eventual = request.header("ConsistencyLevel").equalsIgnoreCase("eventual");
        query.keySet().stream().filter(name -> !KNOWN.contains(name)).findFirst().ifPresent(name -> {
            throw GraphException.unsupported("Query parameter '" + name + "' is not supported.");
        });
    }

    /** The rows that match, one page of them. */
    Response page(String entitySet, List<JsonObject> rows) {
        List<JsonObject> found = rows.stream().filter(search()).filter(filter()).toList();
        int from = Math.min(number("$skiptoken", 0, 0, Integer.MAX_VALUE), found.size());
        int to = Math.min(from + number("$top", DEFAULT_PAGE_SIZE, 1, MAX_PAGE_SIZE), found.size());
        JsonObject page = Json.object("@odata.context", context(entitySet));
        if (includesCount()) {
            page.addProperty("@odata.count", found.size());
        }
        if (to < found.size()) {
            page.addProperty("@odata.nextLink", nextLink(to));
        }
        page.add("value", Json.array(found.subList(from, to).stream().map(this::select).toList()));
        return PracticeGraph.json(200, page);
    }

    /** A single object. */
    Response one(String entitySet, JsonObject row) {
        JsonObject object = Json.object("@odata.context", context(entitySet) + "/$entity");
        select(row).entrySet().forEach(property -> object.add(property.getKey(), property.getValue()));
        return PracticeGraph.json(200, object);
    }

    private String context(String entitySet) {
        String fields = query.containsKey("$select") ? "(" + query.get("$select") + ")" : "";
        return PracticeHost.GRAPH.origin() + "/v1.0/$metadata#" + entitySet + fields;
    }

    private String nextLink(int from) {
        String options = query.entrySet()
                .stream()
                .filter(entry -> !entry.getKey().equals("$skiptoken"))
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8) + "&")
                .collect(Collectors.joining());
        return address + "?" + options + "$skiptoken=" + from;
    }

    private JsonObject select(JsonObject row) {
        if (!query.containsKey("$select")) {
            return row;
        }
        JsonObject selection = new JsonObject();
        for (String field : query.getOrDefault("$select", "").split(",", -1)) {
            if (!row.has(field)) {
                throw GraphException.badRequest("Could not find a property named '" + field + "'.");
            }
            selection.add(field, row.get(field));
        }
        return selection;
    }

    private Predicate<JsonObject> filter() {
        return query.containsKey("$filter")
                ? ODataFilter.parse(query.getOrDefault("$filter", ""), includesCount())
                : row -> true;
    }

    private Predicate<JsonObject> search() {
        if (!query.containsKey("$search")) {
            return row -> true;
        }
        if (!eventual) {
            throw GraphException.unsupported("Request with $search query parameter only works through MSGraph with a "
                    + "special request header: 'ConsistencyLevel: eventual'");
        }
        return ODataSearch.parse(query.getOrDefault("$search", ""));
    }

    /** Without the header, {@code $count} is silently ignored. */
    private boolean includesCount() {
        return eventual && query.getOrDefault("$count", "").equals("true");
    }

    private int number(String name, int defaultValue, int min, int max) {
        try {
            int number = Integer.parseInt(query.getOrDefault(name, Integer.toString(defaultValue)));
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, like a number out of range.
        }
        throw GraphException.badRequest("Invalid value for " + name + ".");
    }
}
