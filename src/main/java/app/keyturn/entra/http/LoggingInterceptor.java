package app.keyturn.entra.http;

import app.keyturn.log.HttpEvent;
import app.keyturn.log.HttpListener;
import app.keyturn.renewal.ProblemCode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Reports each request and its result to a listener. Of the path, only known segments are reported. */
public record LoggingInterceptor(HttpListener listener) implements Interceptor {
    private static final Set<String> SEGMENTS = Set.of("v1.0", "organization", "applicationTemplates",
            "servicePrincipals",
            "synchronization", "jobs", "secrets", "start", "validateCredentials", "$batch", "oauth2", "v2.0", "token",
            "releases", "latest");

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        long began = System.nanoTime();
        try {
            Response response = chain.proceed(request);
            report(request, OptionalInt.of(response.code()), Optional.empty(), began,
                    Optional.ofNullable(response.header("request-id"))
                            .or(() -> Optional.ofNullable(response.header("x-ms-request-id"))));
            return response;
        } catch (IOException e) {
            report(request, OptionalInt.empty(), NetworkFault.codeOf(e), began, Optional.empty());
            throw e;
        }
    }

    private void report(Request request, OptionalInt status, Optional<ProblemCode> fault, long began,
            Optional<String> requestId) {
        listener.requestEnded(new HttpEvent(request.method(), withoutIds(request.url().pathSegments()), status,
                fault, Duration.ofNanos(System.nanoTime() - began), requestId));
    }

    /** A segment that is not known from Microsoft's API or the release feed may be an id. */
    public static String withoutIds(List<String> segments) {
        return segments.stream()
                .map(segment -> SEGMENTS.contains(segment) ? "/" + segment : "/{id}")
                .collect(Collectors.joining());
    }
}
