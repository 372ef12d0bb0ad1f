package app.keyturn.entra.graph;

import app.keyturn.entra.Cloud;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.ErrorResponseException;
import app.keyturn.entra.http.ForbiddenAddressException;
import app.keyturn.entra.http.UnexpectedResponseException;
import app.keyturn.entra.http.WipedRequestBody;
import app.keyturn.entra.signin.AccessToken;
import app.keyturn.entra.signin.AccessTokens;
import app.keyturn.renewal.ProblemException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.microsoft.graph.serviceprincipals.item.synchronization.jobs.JobsRequestBuilder;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import com.microsoft.kiota.http.OkHttpRequestAdapter;
import com.microsoft.kiota.http.middleware.ParametersNameDecodingHandler;
import com.microsoft.kiota.serialization.JsonParseNode;
import com.microsoft.kiota.serialization.JsonParseNodeFactory;
import com.microsoft.kiota.serialization.JsonSerializationWriterFactory;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Graph as this program uses it: the SDK's request builders where their models lose nothing, and plain
 * requests for secrets, tests and queries that may be part of a batch.
 *
 * <p>The builders are used without the SDK's {@code GraphServiceClient}, which would bring every other builder into the
 * packaged program.
 */
public final class Graph {
    private final Supplier<Cloud> cloud;
    private final AccessTokens tokens;
    private final Call.Factory sdk;
    private final Call.Factory client;
    private final Call.Factory withTestTimeout;

    /**
     * Creates the connection.
     *
     * @param cloud the cloud of the signed-in account, read for every request
     * @param calls gets the method and path of each request, without ids
     */
    public Graph(Supplier<Cloud> cloud, EntraHttp http, AccessTokens tokens, Consumer<String> calls) {
        this.cloud = cloud;
        this.tokens = tokens;
        AuthInterceptor authInterceptor = new AuthInterceptor(tokens, calls);
        this.client = http.withInterceptors(authInterceptor);
        this.withTestTimeout = http.withTestTimeout(authInterceptor);
        this.sdk = http.withInterceptors(authInterceptor, new ParametersNameDecodingHandler());
    }

    /** The current cloud. */
    Cloud cloud() {
        return cloud.get();
    }

    JobsRequestBuilder jobs(String appId) {
        String base = base();
        OkHttpRequestAdapter adapter = new OkHttpRequestAdapter(new AnonymousAuthenticationProvider(),
                new JsonParseNodeFactory(), new JsonSerializationWriterFactory(), sdk);
        adapter.setBaseUrl(base);
        return new JobsRequestBuilder(new HashMap<>(Map.of("baseurl", base, "servicePrincipal%2Did", appId)), adapter);
    }

    /**
     * Sends a request with the SDK, which wraps the client's exceptions, and throws many others for responses that it
     * cannot parse.
     *
     * @throws IOException the client's own exception, or a {@link UnexpectedResponseException}
     */
    <T> T callSdk(Supplier<@Nullable T> query) throws IOException {
        try {
            T answer = query.get();
            if (answer != null) {
                return answer;
            }
        } catch (RuntimeException e) {
            if (e.getCause() instanceof IOException sent && !(e instanceof JsonParseException)) {
                throw sent;
            }
        }
        throw new UnexpectedResponseException("A response that cannot be read");
    }

    /**
     * Sends one query.
     *
     * @return the response, success or not
     * @throws IOException if there is none, or if the address is not Graph's
     */
    GraphResponse query(GraphQuery query) throws IOException {
        HttpUrl url = HttpUrl
                .parse(query.address().startsWith("/") ? base() + query.address() : query.address());
        if (url == null) {
            throw new ForbiddenAddressException("Not an address");
        }
        Request.Builder request = request(url);
        if (query.eventual()) {
            request.header(BatchJson.CONSISTENCY, BatchJson.EVENTUAL);
        }
        try (Response response = client.newCall(request.get().build()).execute()) {
            String json = response.body() == null ? "" : response.body().string();
            return json(json).<GraphResponse>map(GraphResponse.Success::new)
                    .orElseGet(() -> new GraphResponse.Failure(ErrorResponse.unreadable(response.headers())));
        } catch (ErrorResponseException e) {
            return new GraphResponse.Failure(e.response());
        }
    }

    /**
     * Sends several queries in one request.
     *
     * @param queries with relative addresses
     * @return the responses in the order of the queries, success or not
     * @throws ErrorResponseException if the batch as a whole is refused
     * @throws UnexpectedResponseException if the response is none to a batch
     */
    List<GraphResponse> batch(List<GraphQuery> queries) throws IOException {
        try (WipedRequestBody body = new WipedRequestBody(BatchJson.body(queries));
                Response response = client.newCall(request(List.of("$batch")).post(body).build()).execute()) {
            String json = response.body() == null ? "" : response.body().string();
            return BatchJson.read(json, queries.size(), response.headers());
        } catch (JsonParseException noBatch) {
            throw new UnexpectedResponseException("A response that is no batch");
        }
    }

    /** Parses JSON as the SDK parses a response. */
    <T extends Parsable> T read(JsonObject body, ParsableFactory<T> model) throws IOException {
        return callSdk(() -> new JsonParseNode(body).getObjectValue(model));
    }

    /** Reads {@code .../synchronization/secrets} unparsed. */
    String secrets(String appId) throws IOException {
        try (Response response = client.newCall(request(secretsOf(appId)).get().build()).execute()) {
            return response.body() == null ? "" : response.body().string();
        }
    }

    /**
     * An access token for a request that must not fail for lack of one once it is on its way.
     *
     * @throws IOException if there is none; its cause is the problem
     */
    AccessToken accessToken() throws IOException, InterruptedException {
        try {
            return tokens.current();
        } catch (ProblemException e) {
            throw new IOException(e);
        }
    }

    /** Writes {@code .../synchronization/secrets}, in one request. */
    Response saveSecrets(String appId, AccessToken token, WipedRequestBody body) throws IOException {
        return client.newCall(request(secretsOf(appId)).tag(AccessToken.class, token).put(body).build()).execute();
    }

    /** Starts a job, in one request. */
    void start(String appId, String jobId, AccessToken token) throws IOException {
        Request request = request(pathOf(appId, jobId, "start")).tag(AccessToken.class, token)
                .post(RequestBody.create(new byte[0]))
                .build();
        client.newCall(request).execute().close();
    }

    /** Has Microsoft test credentials, which may take a while. */
    Response validateCredentials(String appId, String jobId, WipedRequestBody body) throws IOException {
        return withTestTimeout.newCall(request(pathOf(appId, jobId, "validateCredentials")).post(body).build())
                .execute();
    }

    private static List<String> secretsOf(String appId) {
        return List.of("servicePrincipals", appId, "synchronization", "secrets");
    }

    private static List<String> pathOf(String appId, String jobId, String action) {
        return List.of("servicePrincipals", appId, "synchronization", "jobs", jobId, action);
    }

    private String base() {
        return cloud.get().graph() + "/v1.0";
    }

    private Request.Builder request(List<String> path) {
        HttpUrl.Builder url = HttpUrl.get(base()).newBuilder();
        path.forEach(url::addPathSegment);
        return request(url.build());
    }

    private static Request.Builder request(HttpUrl url) {
        return new Request.Builder().url(url).header("Accept", "application/json");
    }

    private static Optional<JsonObject> json(String text) {
        try {
            return JsonParser.parseString(text) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        } catch (JsonParseException notJson) {
            return Optional.empty();
        }
    }
}
