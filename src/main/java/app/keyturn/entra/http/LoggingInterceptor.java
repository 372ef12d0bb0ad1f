package app.keyturn.entra.http;

import app.keyturn.log.HttpEvent;
import app.keyturn.log.HttpListener;
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

/** Tells an onlooker of each request and of how it ended. Of the address only known words get through. */
public record LoggingInterceptor(HttpListener listener) implements Interceptor {
    private static final Set<String> WORDS = Set.of("v1.0", "organization", "applicationTemplates", "servicePrincipals",
            "synchronization", "jobs", "secrets", "start", "validateCredentials", "$batch", "oauth2", "v2.0", "token",
            "releases", "latest");

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request asked = chain.request();
        long began = System.nanoTime();
        try {
            Response response = chain.proceed(asked);
            tell(asked, OptionalInt.of(response.code()), Optional.empty(), began,
                    Optional.ofNullable(response.header("request-id"))
                            .or(() -> Optional.ofNullable(response.header("x-ms-request-id"))));
            return response;
        } catch (IOException e) {
            tell(asked, OptionalInt.empty(), NetworkFault.of(e), began, Optional.empty());
            throw e;
        }
    }

    private void tell(Request asked, OptionalInt status, Optional<NetworkFault> fault, long began,
            Optional<String> requestId) {
        listener.completed(new HttpEvent(asked.method(), withoutIds(asked.url().pathSegments()), status,
                fault.map(NetworkFault::reason), Duration.ofNanos(System.nanoTime() - began), requestId));
    }

    /** Whatever is not known to be a word of Microsoft's, or of the feed's, is an id, or may be one. */
    public static String withoutIds(List<String> segments) {
        return segments.stream()
                .map(segment -> WORDS.contains(segment) ? "/" + segment : "/{id}")
                .collect(Collectors.joining());
    }
}
