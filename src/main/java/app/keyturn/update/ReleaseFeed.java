package app.keyturn.update;

import app.keyturn.entra.http.ContentType;
import app.keyturn.entra.http.EntraHttp;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Asks a release feed for a newer version of the program. The request carries nothing that tells two computers apart:
 * no account, version, system or language. Nothing but numbers is taken from the answer.
 */
public final class ReleaseFeed {
    private static final long MAX_ANSWER_BYTES = 256L * 1024;

    private final Call.Factory client;
    private final URI address;
    private final Optional<Version> own;

    /**
     * Creates the feed; sends nothing yet.
     *
     * @param http the client, with the session's trust and proxy
     * @param address answers as GitHub does for its latest release
     * @param own the running version; if it is not a version, nothing is ever sent
     */
    public ReleaseFeed(EntraHttp http, URI address, String own) {
        client = http.forOtherHost(MAX_ANSWER_BYTES);
        this.address = address;
        this.own = Version.of(own);
    }

    /**
     * Asks once. A failure counts as no newer version.
     *
     * @return the newer version's number; empty if there is none, or the feed does not say so
     */
    public Optional<String> newer() {
        return own.flatMap(running -> latest().filter(latest -> latest.isNewerThan(running))).map(Version::text);
    }

    private Optional<Version> latest() {
        Request request = new Request.Builder().url(address.toString())
                .header("Accept", "application/json")
                .header("User-Agent", "Keyturn") // GitHub refuses requests without one
                .build();
        try (Response response = client.newCall(request).execute()) {
            return response.code() == 200 && ContentType.isJson(response)
                    ? LatestRelease.version(response.body().string())
                    : Optional.empty();
        } catch (IOException notReached) {
            return Optional.empty();
        }
    }
}
