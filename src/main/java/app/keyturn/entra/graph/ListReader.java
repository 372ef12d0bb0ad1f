package app.keyturn.entra.graph;

import app.keyturn.entra.http.RetryPolicy;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads the first pages of several lists, and a few more pages if they are needed. A list that fails is empty. */
final class ListReader {
    private final GraphReader reader;
    private final Deque<PagedList> unfinished = new ArrayDeque<>();
    private boolean cutShort;
    private Optional<IOException> failure = Optional.empty();

    ListReader(GraphReader reader) {
        this.reader = reader;
    }

    /** The first page of a list that is needed: any failure may be the reason why nothing is found. */
    List<JsonObject> firstPageOfRequired(GraphQuery query, GraphResponse first) {
        return firstPage(query, first, true);
    }

    /** The first page of a list that helps: a failure may be the reason only if it is transient. */
    List<JsonObject> firstPage(GraphQuery query, GraphResponse first) {
        return firstPage(query, first, false);
    }

    /** True if a list has another page. */
    boolean hasNextPage() {
        return !unfinished.isEmpty();
    }

    /** Another page of the first list that has one. */
    List<JsonObject> nextPage() throws InterruptedException {
        PagedList list = unfinished.removeFirst();
        try {
            if (!list.nextPage()) {
                return List.of();
            }
            List<JsonObject> rows = list.rows();
            if (list.hasNextPage()) {
                unfinished.addFirst(list);
            }
            return rows;
        } catch (IOException e) {
            fail(e, true);
            return List.of();
        }
    }

    /** True if not every row was read. */
    boolean isPartial() {
        return cutShort || hasNextPage();
    }

    /** The first failure to read a list: a reason why nothing may have been found. */
    Optional<IOException> failure() {
        return failure;
    }

    private List<JsonObject> firstPage(GraphQuery query, GraphResponse first, boolean required) {
        try {
            PagedList list = new PagedList(reader, query, first);
            List<JsonObject> rows = list.rows();
            if (list.hasNextPage()) {
                unfinished.addLast(list);
            }
            return rows;
        } catch (IOException e) {
            fail(e, required);
            return List.of();
        }
    }

    private void fail(IOException e, boolean required) {
        if (required || RetryPolicy.mayPass(e)) {
            cutShort = true;
            failure = failure.or(() -> Optional.of(e));
        }
    }
}
