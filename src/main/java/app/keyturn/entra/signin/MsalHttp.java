package app.keyturn.entra.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.entra.http.ContentType;
import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.ErrorResponseException;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Sends what MSAL4J wants to send through our own client. */
final class MsalHttp implements IHttpClient {
    private final Call.Factory client;

    MsalHttp(Call.Factory client) {
        this.client = client;
    }

    /**
     * Sends. What is not JSON is nothing that MSAL4J could understand. A 429 or a 5xx would make it refuse, for a minute
     * and in every object of the program, to ask again (MSAL4J 1.26, {@code ThrottlingCache}), although a person has
     * pressed the button. Both are turned away here, with their status.
     */
    @Override
    public IHttpResponse send(HttpRequest wanted) throws IOException {
        Request.Builder request = new Request.Builder().url(wanted.url());
        if (wanted.headers() != null) {
            wanted.headers().forEach(request::header);
        }
        RequestBody body = wanted.body() == null ? null : RequestBody.create(wanted.body().getBytes(UTF_8));
        request.method(wanted.httpMethod().name(), body);
        try (Response response = client.newCall(request.build()).execute()) {
            ResponseBody text = response.body();
            if (text == null || !ContentType.isJson(response) || response.isRedirect() || response.code() == 429
                    || response.code() >= 500) {
                throw new ErrorResponseException(ErrorResponse.of(response));
            }
            HttpResponse answer = new HttpResponse().statusCode(response.code()).body(text.string());
            answer.addHeaders(response.headers().toMultimap());
            return answer;
        }
    }
}
