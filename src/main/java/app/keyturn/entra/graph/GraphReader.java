package app.keyturn.entra.graph;

import java.io.IOException;
import java.util.List;

/** Sends queries to Microsoft Graph. */
@FunctionalInterface
interface GraphReader {
    /**
     * Sends queries.
     *
     * @return the responses in the order of the queries, success or not
     * @throws IOException if one of them got no response and will not get one at another time, or one that is not
     *     Microsoft's
     * @throws InterruptedException if interrupted
     */
    List<GraphResponse> query(List<GraphQuery> queries) throws IOException, InterruptedException;

    /** The same reader, but as patient with one query of several as with a single one. */
    default GraphReader patient() {
        return this;
    }
}
