package app.keyturn.entra.http;

import app.keyturn.renewal.ProblemCode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Tells a request that may have been sent from one that had no connection. OkHttp throws the failure of the first proxy
 * or address, with those of the others as suppressed exceptions (OkHttp 5.4, {@code FastFallbackExchangeFinder}); here
 * the one that says most is chosen.
 */
final class SendTracker extends EventListener implements Interceptor {
    /** Problems that somebody can solve; before those that may pass, such as a refused connection. */
    private static final List<ProblemCode> TELLING = List.of(ProblemCode.NET_PROXY_PASSWORD, ProblemCode.NET_INSPECTED,
            ProblemCode.CLOCK_WRONG, ProblemCode.NET_NOT_TRUSTED, ProblemCode.NET_PROXY_UNSUPPORTED);

    /** How far a request has come. */
    private enum Phase {
        NEW, CONNECTING, SENDING
    }

    /** The phase of one call; travels with it. */
    private static final class Progress extends AtomicReference<Phase> {
        private static final long serialVersionUID = 1L;

        Progress() {
            super(Phase.NEW);
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Progress progress = progress(chain.call());
        try {
            return chain.proceed(chain.request());
        } catch (IOException e) {
            if (progress.get() == Phase.CONNECTING) {
                throw new NotSentException(mostTelling(e));
            }
            throw e;
        }
    }

    @Override
    public void proxySelectStart(Call call, HttpUrl url) {
        progress(call).compareAndSet(Phase.NEW, Phase.CONNECTING);
    }

    @Override
    public void requestHeadersStart(Call call) {
        progress(call).set(Phase.SENDING);
    }

    private static Progress progress(Call call) {
        return call.tag(Progress.class, Progress::new);
    }

    private static IOException mostTelling(IOException first) {
        return Stream.concat(Stream.of(first), Arrays.stream(first.getSuppressed()))
                .flatMap(thrown -> thrown instanceof IOException attempt ? Stream.of(attempt) : Stream.empty())
                .min(Comparator.comparingInt(SendTracker::rank))
                .orElse(first);
    }

    private static int rank(IOException attempt) {
        return NetworkFault.codeOf(attempt)
                .map(TELLING::indexOf)
                .filter(index -> index >= 0)
                .orElse(TELLING.size());
    }
}
