package app.keyturn.entra.graph;

import app.keyturn.entra.http.UnexpectedResponseException;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A list of Microsoft Graph, page by page. Graph gives the address of the next page; {@link AuthInterceptor} ensures
 * that it is Graph's. Source: Microsoft Learn, "Paging Microsoft Graph data in your app".
 */
final class PagedList {
    /** More than any organisation has; guards against a list without an end. */
    private static final int MAX_PAGES = 1_000;
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    private final GraphReader reader;
    private final boolean eventual;
    private final Set<String> visited = new HashSet<>();
    private JsonObject page;

    /**
     * Opens a list.
     *
     * @param reader reads further pages
     * @param query the query of the list
     * @param first the response to it
     * @throws IOException if the first response is not a success
     */
    PagedList(GraphReader reader, GraphQuery query, GraphResponse first) throws IOException {
        this.reader = reader;
        this.eventual = query.eventual();
        this.page = first.expectedBody();
    }

    /** The text in a field of a row; empty if there is none. */
    static Optional<String> text(JsonObject row, String field) {
        return row.get(field) instanceof JsonPrimitive text ? Optional.of(text.getAsString()) : Optional.empty();
    }

    /** The rows of the current page. */
    List<JsonObject> rows() throws UnexpectedResponseException {
        if (!(page.get("value") instanceof JsonArray rows)) {
            throw new UnexpectedResponseException("A list without a list");
        }
        return rows.asList()
                .stream()
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    /** The number of rows on all pages; empty if Microsoft does not say. */
    OptionalInt total() {
        return page.get("@odata.count") instanceof JsonPrimitive count && COUNT.matcher(count.getAsString()).matches()
                ? OptionalInt.of(count.getAsInt())
                : OptionalInt.empty();
    }

    /** True if the current page is not the last one. */
    boolean hasNextPage() {
        return page.get("@odata.nextLink") instanceof JsonPrimitive;
    }

    /** Moves to the next page; false if there is none. */
    boolean nextPage() throws IOException, InterruptedException {
        Optional<String> next = nextLink();
        if (next.isEmpty()) {
            return false;
        }
        if (!visited.add(next.get()) || visited.size() == MAX_PAGES) {
            throw new UnexpectedResponseException("A list without an end");
        }
        page = reader.query(List.of(new GraphQuery(next.get(), eventual))).getFirst().expectedBody();
        return true;
    }

    /** The last page has no address of a next one, or an odd one that is none. */
    private Optional<String> nextLink() {
        return page.get("@odata.nextLink") instanceof JsonPrimitive next && next.isString()
                && !next.getAsString().isBlank() ? Optional.of(next.getAsString()) : Optional.empty();
    }

    /** All rows from the current page on. */
    List<JsonObject> all() throws IOException, InterruptedException {
        List<JsonObject> all = new ArrayList<>(rows());
        while (nextPage()) {
            all.addAll(rows());
        }
        return all;
    }
}
