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
 * Looks whether Microsoft can be reached, by asking the sign-in and Microsoft Graph for what they tell everybody. No
 * account, no organisation and no token is in these two requests. That they are refused is as good an answer as any: what
 * counts is who says so.
 */
public final class ConnectivityProbe implements ConnectivityCheck {
    /** Microsoft Learn, "OpenID Connect on the Microsoft identity platform", "Find your app's OpenID configuration". */
    private static final String OPENID_CONFIGURATION = "/common/v2.0/.well-known/openid-configuration";
    /** The list of what there is (OData 4.01, part 1, section 11.1.1, "Service Document Request"). */
    private static final String SERVICE_DOCUMENT = "/v1.0/";

    private final Call.Factory client;
    private final Supplier<Cloud> cloud;
    private final ProblemMapper problems;

    /**
     * Makes it; nothing is sent yet.
     *
     * @param http sends
     * @param cloud whose sign-in and Graph; asked at each look
     * @param clock dates problems
     */
    public ConnectivityProbe(EntraHttp http, Supplier<Cloud> cloud, Clock clock) {
        this.client = http.withConnectTimeout();
        this.cloud = cloud;
        this.problems = ProblemMapper.of(http, clock);
    }

    @Override
    public Connectivity look() throws InterruptedException {
        Cloud chosen = cloud.get();
        List<Callable<Optional<Problem>>> both = List.of(() -> ask(chosen.login().resolve(OPENID_CONFIGURATION)),
                () -> ask(chosen.graph().resolve(SERVICE_DOCUMENT)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Optional<Problem>> found = threads.invokeAll(both).stream().map(Future::resultNow).toList();
            return found.stream().allMatch(Optional::isEmpty)
                    ? new Connectivity.Open()
                    : new Connectivity.Barred(found.getFirst(), found.getLast());
        }
    }

    /** What stands between here and an address of Microsoft's; empty if nothing does. */
    private Optional<Problem> ask(URI address) {
        // An answer from a cache on the way would have a time of its own, and say nothing about the way behind it.
        Request request = new Request.Builder().url(address.toString())
                .header("Accept", "application/json")
                .cacheControl(CacheControl.FORCE_NETWORK)
                .build();
        try (Response response = client.newCall(request).execute()) {
            boolean json = ContentType.isJson(response);
            ErrorResponse answer = ErrorResponse.of(response);
            boolean refused = answer.status() >= 400 && answer.status() < 500 && !answer.webPage();
            return refused || (answer.status() == 200 && json && !answer.webPage())
                    ? problems.ofTheClock()
                    : Optional.of(problems.of(answer));
        } catch (IOException e) {
            return Optional.of(problems.of(e));
        }
    }
}
