package app.keyturn.entra.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.entra.OAuthProblems;
import app.keyturn.entra.http.ContentType;
import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.ErrorResponseException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Sends MSAL4J's requests with our own client. */
final class MsalHttp implements IHttpClient {
    private final Call.Factory client;

    MsalHttp(Call.Factory client) {
        this.client = client;
    }

    /**
     * Sends. MSAL4J cannot parse a response that is not JSON. After a 429 or a 5xx it would refuse further requests for
     * a minute, in the whole process (MSAL4J 1.26, {@code ThrottlingCache}), even if the user presses the button again.
     * So both end here, with an exception that has the status. MSAL4J keeps most sub-errors to itself, so they are handed
     * on in a header.
     */
    @Override
    public IHttpResponse send(HttpRequest msalRequest) throws IOException {
        Request.Builder request = new Request.Builder().url(msalRequest.url());
        if (msalRequest.headers() != null) {
            msalRequest.headers().forEach(request::header);
        }
        RequestBody body = msalRequest.body() == null ? null : RequestBody.create(msalRequest.body().getBytes(UTF_8));
        request.method(msalRequest.httpMethod().name(), body);
        try (Response response = client.newCall(request.build()).execute()) {
            if (!ContentType.isJson(response) || response.isRedirect() || response.code() == 429
                    || response.code() >= 500) {
                throw new ErrorResponseException(ErrorResponse.of(response));
            }
            String json = response.body().string();
            Map<String, List<String>> headers = new HashMap<>(response.headers().toMultimap());
            if (!response.isSuccessful()) {
                subError(json).ifPresent(subError -> headers.put(OAuthProblems.SUB_ERROR, List.of(subError)));
            }
            HttpResponse msalResponse = new HttpResponse().statusCode(response.code()).body(json);
            msalResponse.addHeaders(headers);
            return msalResponse;
        }
    }

    private static Optional<String> subError(String json) {
        try {
            return JsonParser.parseString(json) instanceof JsonObject error
                    && error.get("suberror") instanceof JsonPrimitive subError
                            ? Optional.of(subError.getAsString())
                            : Optional.empty();
        } catch (JsonParseException notJson) {
            // MSAL4J says so itself.
            return Optional.empty();
        }
    }
}
