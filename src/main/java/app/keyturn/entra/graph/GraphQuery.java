package app.keyturn.entra.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * Something to GET from Microsoft Graph.
 *
 * @param address relative to Graph's version; or a whole one, if Graph gave it itself for the next page of a list
 * @param eventual whether an answer may be some moments old. {@code $search} and {@code $count} are taken with this
 *     header only: Microsoft Learn, "Advanced query capabilities on Microsoft Entra ID objects"
 */
record GraphQuery(String address, boolean eventual) {
    static GraphQuery of(String address) {
        return new GraphQuery(address, false);
    }

    static GraphQuery eventual(String address) {
        return new GraphQuery(address, true);
    }

    /** A value as it stands in an address: plain ASCII, and nothing in it that means anything there. */
    static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
