package app.keyturn.entra.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Lets the status line of a 204 decide, whatever follows it. A 204 has no body (RFC 9110, section 15.3.5); OkHttp 5.4
 * throws if one is announced, although the request has been carried out. As a listener it sees the head of a response
 * before that.
 */
final class StatusLineInterceptor extends EventListener implements Interceptor {
    /** The head of the response to one request; travels with the request. */
    private static final class Head extends AtomicReference<@Nullable Response> {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Head head = new Head();
        Request request = chain.request().newBuilder().tag(Head.class, head).build();
        try {
            Response response = chain.proceed(request);
            return response.code() == 204 ? withoutBody(response) : response;
        } catch (IOException e) {
            Response seen = head.get();
            if (seen != null && seen.code() == 204) {
                return withoutBody(seen);
            }
            throw e;
        }
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        Head head = response.request().tag(Head.class);
        if (head != null) {
            head.set(response);
        }
    }

    private static Response withoutBody(Response response) {
        response.body().close();
        return response.newBuilder().body(ResponseBody.create("", null)).build();
    }
}
