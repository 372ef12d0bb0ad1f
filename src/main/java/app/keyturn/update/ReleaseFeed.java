package app.keyturn.update;

import app.keyturn.entra.http.ContentType;
import app.keyturn.entra.http.EntraHttp;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Asks whether there is a newer version of the program. It stands here for the sake of the one client, with its trust and
 * its proxy. The feed is told nothing: no account, no version, no system, no language, and nothing by which two questions
 * could be known to come from one computer. Nothing but numbers is taken from what it says.
 */
public final class ReleaseFeed {
    private static final long LARGEST_ANSWER = 256L * 1024;

    private final Call.Factory client;
    private final URI address;
    private final Optional<Version> own;

    /**
     * Makes it; nothing is sent yet.
     *
     * @param http the client
     * @param address where the latest release is told of, as GitHub does it
     * @param own the version that is running; with one that is no version, nothing is ever asked
     */
    public ReleaseFeed(EntraHttp http, URI address, String own) {
        client = http.forOtherHost(LARGEST_ANSWER);
        this.address = address;
        this.own = Version.of(own);
    }

    /**
     * Asks once. Nobody waits for the answer, and nobody is troubled if there is none.
     *
     * @return the newer version's numbers; empty if there is none, or the feed does not say so
     */
    public Optional<String> newer() {
        return own.flatMap(running -> latest().filter(latest -> latest.isNewerThan(running))).map(Version::text);
    }

    private Optional<Version> latest() {
        Request request = new Request.Builder().url(address.toString())
                .header("Accept", "application/json")
                .header("User-Agent", "Keyturn") // GitHub answers nobody without one
                .build();
        try (Response response = client.newCall(request).execute()) {
            ResponseBody body = response.body();
            return response.code() == 200 && body != null && ContentType.isJson(response)
                    ? LatestRelease.version(body.string())
                    : Optional.empty();
        } catch (IOException notReached) {
            return Optional.empty();
        }
    }
}
