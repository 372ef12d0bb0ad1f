package app.keyturn.entra.graph;

import app.keyturn.entra.http.ContentType;
import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.ErrorResponseException;
import app.keyturn.entra.http.ForbiddenAddressException;
import app.keyturn.entra.http.LoggingInterceptor;
import app.keyturn.entra.http.NoResponseException;
import app.keyturn.entra.signin.AccessToken;
import app.keyturn.entra.signin.AccessTokens;
import app.keyturn.renewal.ProblemException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.UUID;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Adds the access token to every request to Microsoft Graph: only here, and only for the Graph host of the token's
 * cloud. Only successful responses are returned: 200 with JSON to a GET or a batch, 204 to anything else. If there is
 * no response, the exception has the id of the request. A request that was given its token before is sent with that.
 */
final class AuthInterceptor implements Interceptor {
    private static final int HTTPS = 443;

    private final AccessTokens tokens;
    private final Consumer<String> calls;

    /**
     * Creates the interceptor.
     *
     * @param calls gets the method and path of each request, without ids
     */
    AuthInterceptor(AccessTokens tokens, Consumer<String> calls) {
        this.tokens = tokens;
        this.calls = calls;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request asked = chain.request();
        HttpUrl url = asked.url();
        AccessToken held = asked.tag(AccessToken.class);
        AccessToken token = held == null ? token() : held;
        if (!url.isHttps() || !url.host().equals(token.cloud().graphHost()) || url.port() != HTTPS) {
            throw new ForbiddenAddressException("Not Microsoft Graph");
        }
        String id = UUID.randomUUID().toString();
        Request.Builder builder = asked.newBuilder()
                .header("Authorization", "Bearer " + token.value())
                .header("client-request-id", id);
        if (!reads(asked)) {
            // Whatever follows a 204 by mistake must not become the beginning of the next response.
            builder.header("Connection", "close");
        }
        Request request = builder.build();
        calls.accept(
                request.method() + " " + LoggingInterceptor.withoutIds(url.pathSegments().subList(1, url.pathSize())));
        try {
            return expectedBody(request, chain.proceed(request));
        } catch (ErrorResponseException e) {
            throw e;
        } catch (IOException e) {
            throw new NoResponseException(id, e);
        }
    }

    private static Response expectedBody(Request request, Response response) throws IOException {
        if (reads(request) ? response.code() == 200 && ContentType.isJson(response) : response.code() == 204) {
            return response;
        }
        try (response) {
            throw new ErrorResponseException(ErrorResponse.of(response));
        }
    }

    private AccessToken token() throws IOException {
        try {
            return tokens.current();
        } catch (ProblemException e) {
            throw new IOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** A batch is a POST, but every query in it is a GET. */
    private static boolean reads(Request request) {
        return request.method().equals("GET") || request.url().pathSegments().getLast().equals("$batch");
    }
}
