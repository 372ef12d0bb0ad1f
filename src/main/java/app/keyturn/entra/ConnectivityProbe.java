package app.keyturn.entra;

import app.keyturn.entra.http.ContentType;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.renewal.Connectivity;
import app.keyturn.renewal.ConnectivityCheck;
import app.keyturn.renewal.Problem;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import okhttp3.CacheControl;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Checks whether Microsoft can be reached, by requesting public documents from the sign-in and Microsoft Graph. These
 * two requests contain no account, organisation or token. A refusal counts as reachable: what matters is that Microsoft
 * answers.
 */
public final class ConnectivityProbe implements ConnectivityCheck {
    /** Microsoft Learn, "OpenID Connect on the Microsoft identity platform", "Find your app's OpenID configuration". */
    private static final String OPENID_CONFIGURATION = "/common/v2.0/.well-known/openid-configuration";
    /** The service document (OData 4.01, part 1, section 11.1.1, "Service Document Request"). */
    private static final String SERVICE_DOCUMENT = "/v1.0/";

    private final Call.Factory client;
    private final Supplier<Cloud> cloud;
    private final ProblemMapper problems;

    /**
     * Creates the probe; nothing is sent yet.
     *
     * @param cloud the cloud to check, read at each check
     * @param clock dates problems
     */
    public ConnectivityProbe(EntraHttp http, Supplier<Cloud> cloud, Clock clock) {
        this.client = http.withConnectTimeout();
        this.cloud = cloud;
        this.problems = ProblemMapper.of(http, clock);
    }

    @Override
    public Connectivity check() throws InterruptedException {
        Cloud chosen = cloud.get();
        List<Callable<Optional<Problem>>> both = List.of(() -> request(chosen.login().resolve(OPENID_CONFIGURATION)),
                () -> request(chosen.graph().resolve(SERVICE_DOCUMENT)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Optional<Problem>> found = threads.invokeAll(both).stream().map(Future::resultNow).toList();
            return found.stream().allMatch(Optional::isEmpty)
                    ? new Connectivity.Reachable()
                    : new Connectivity.Unreachable(found.getFirst(), found.getLast());
        }
    }

    /** Why an address of Microsoft's cannot be reached; empty if it can. */
    private Optional<Problem> request(URI address) {
        // A cached response would have an old date, and would not prove that Microsoft itself can be reached.
        Request request = new Request.Builder().url(address.toString())
                .header("Accept", "application/json")
                .cacheControl(CacheControl.FORCE_NETWORK)
                .build();
        try (Response response = client.newCall(request).execute()) {
            boolean json = ContentType.isJson(response);
            ErrorResponse error = ErrorResponse.of(response);
            boolean refused = error.status() >= 400 && error.status() < 500 && !error.webPage();
            return refused || (error.status() == 200 && json && !error.webPage())
                    ? problems.wrongClock()
                    : Optional.of(problems.of(error));
        } catch (IOException e) {
            return Optional.of(problems.of(e));
        }
    }
}
