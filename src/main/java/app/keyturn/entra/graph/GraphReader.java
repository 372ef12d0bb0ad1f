package app.keyturn.entra.graph;

import java.io.IOException;
import java.util.List;

/** A way to ask Microsoft Graph for several things. */
@FunctionalInterface
interface GraphReader {
    /**
     * Asks.
     *
     * @return the answers in the order of the questions, whatever each of them says
     * @throws IOException if there was no answer to one of them, or if it was not Microsoft who answered
     * @throws InterruptedException if interrupted
     */
    List<GraphResponse> ask(List<GraphQuery> queries) throws IOException, InterruptedException;
}
