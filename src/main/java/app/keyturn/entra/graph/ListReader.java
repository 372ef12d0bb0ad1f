package app.keyturn.entra.graph;

import app.keyturn.entra.http.ErrorResponseException;
import app.keyturn.entra.http.UnexpectedResponseException;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads whole lists: required ones, and optional ones. */
final class ListReader {
    private final GraphReader reader;
    private Optional<ErrorResponseException> firstFailure = Optional.empty();

    ListReader(GraphReader reader) {
        this.reader = reader;
    }

    /** A required list. */
    List<JsonObject> all(GraphQuery query, GraphResponse first) throws IOException, InterruptedException {
        return new PagedList(reader, query, first).all();
    }

    /** An optional list: empty if it cannot be read. */
    List<JsonObject> allOrEmpty(GraphQuery query, GraphResponse first) throws IOException, InterruptedException {
        try {
            return all(query, first);
        } catch (UnexpectedResponseException _) {
            return List.of();
        } catch (ErrorResponseException e) {
            if (e.response().isTransient()) {
                firstFailure = Optional.of(e);
            }
            return List.of();
        }
    }

    /** A transient failure to read an optional list: a reason why nothing may have been found. */
    Optional<ErrorResponseException> firstFailure() {
        return firstFailure;
    }
}
