package app.keyturn.entra.graph;

import app.keyturn.entra.http.ErrorResponseException;
import app.keyturn.entra.http.UnexpectedResponseException;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads lists to their end: those that are needed, and those that are only a help. */
final class ListReader {
    private final GraphReader reader;
    private Optional<ErrorResponseException> firstFailure = Optional.empty();

    ListReader(GraphReader reader) {
        this.reader = reader;
    }

    /** A list that is needed. */
    List<JsonObject> all(GraphQuery query, GraphResponse first) throws IOException, InterruptedException {
        return new PagedList(reader, query, first).all();
    }

    /** A list that may be refused, or be anything: it is empty then. */
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

    /** A list that could have been read at another time: a reason why nothing was found. */
    Optional<ErrorResponseException> firstFailure() {
        return firstFailure;
    }
}
