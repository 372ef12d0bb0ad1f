package app.keyturn.entra.graph;

import app.keyturn.entra.http.ErrorResponseException;
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

/**
 * One list of Microsoft Graph, page by page. Where the next page is, Graph says itself; {@link AuthInterceptor} sees to it
 * that it is Graph's. Source: Microsoft Learn, "Paging Microsoft Graph data in your app".
 */
final class PagedList {
    /** As many as no organisation has; a list that makes up new pages for ever is given up. */
    private static final int MOST_PAGES = 1_000;

    private final GraphReader reader;
    private final boolean eventual;
    private final Set<String> visited = new HashSet<>();
    private JsonObject page;

    /**
     * Opens a list.
     *
     * @param reader asks for further pages
     * @param query what was asked
     * @param first the answer to it
     * @throws RefusedException if the list was refused
     */
    PagedList(GraphReader reader, GraphQuery query, GraphResponse first) throws ErrorResponseException {
        this.reader = reader;
        this.eventual = query.eventual();
        this.page = first.expectedBody();
    }

    /** What stands in a field of a row; empty if nothing does that could be a text. */
    static Optional<String> text(JsonObject row, String field) {
        return row.get(field) instanceof JsonPrimitive text ? Optional.of(text.getAsString()) : Optional.empty();
    }

    /** The rows of the page that is open. */
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

    /** How many rows there are on all pages; empty if Microsoft does not say. */
    OptionalInt total() {
        return page.get("@odata.count") instanceof JsonPrimitive count && count.isNumber()
                ? OptionalInt.of(count.getAsInt())
                : OptionalInt.empty();
    }

    /** Opens the next page; false if there is none. */
    boolean nextPage() throws IOException, InterruptedException {
        if (!(page.get("@odata.nextLink") instanceof JsonPrimitive next)) {
            return false;
        }
        if (!visited.add(next.getAsString()) || visited.size() == MOST_PAGES) {
            throw new UnexpectedResponseException("A list without an end");
        }
        page = reader.ask(List.of(new GraphQuery(next.getAsString(), eventual))).getFirst().expectedBody();
        return true;
    }

    /** All rows from the open page on. */
    List<JsonObject> all() throws IOException, InterruptedException {
        List<JsonObject> all = new ArrayList<>(rows());
        while (nextPage()) {
            all.addAll(rows());
        }
        return all;
    }
}
