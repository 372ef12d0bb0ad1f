package app.keyturn.entra.graph;

import app.keyturn.entra.ProblemMapper;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.ErrorResponseException;
import app.keyturn.entra.http.RetryPolicy;
import app.keyturn.entra.http.UnexpectedResponseException;
import app.keyturn.entra.signin.AccessToken;
import app.keyturn.entra.signin.MsalSignIn;
import app.keyturn.renewal.Connection;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Credentials;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Portal;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.Provisioning;
import app.keyturn.renewal.SaveResponse;
import app.keyturn.renewal.SearchProgress;
import app.keyturn.renewal.SearchResult;
import app.keyturn.renewal.SyncJob;
import app.keyturn.renewal.Tenant;
import app.keyturn.renewal.TestedCredentials;
import app.keyturn.renewal.Timer;
import app.keyturn.renewal.UnreadApp;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.microsoft.graph.models.OrganizationCollectionResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Microsoft's synchronization service through Microsoft Graph. Each operation runs on its own virtual thread.
 * Interrupting the caller interrupts that thread, too, which closes its connection.
 */
public final class GraphProvisioning implements Provisioning {
    private static final String ORGANIZATION_JSON = """
            {"value": [{"displayName": "Maple School"}]}
            """;

    private final Graph graph;
    private final ProblemMapper problems;
    private final CredentialsApi credentialsApi;
    private final Limits limits;
    private final Timer timer;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Creates the service; nothing is sent yet.
     *
     * @param clock dates problems
     * @param calls gets the method and path of each request to Microsoft Graph, without ids
     */
    public GraphProvisioning(MsalSignIn signIn, EntraHttp http, Timer timer, Clock clock,
            Consumer<String> calls) {
        this(new Graph(signIn::cloud, http, signIn.tokens(), calls), http.limits(), timer,
                ProblemMapper.of(http, clock));
    }

    public GraphProvisioning(Graph graph, Limits limits, Timer timer, Clock clock) {
        this(graph, limits, timer, new ProblemMapper(clock));
    }

    private GraphProvisioning(Graph graph, Limits limits, Timer timer, ProblemMapper problems) {
        this.graph = graph;
        this.limits = limits;
        this.timer = timer;
        this.problems = problems;
        credentialsApi = new CredentialsApi(graph, problems);
    }

    @Override
    public Tenant readTenant(Optional<Portal> portal) throws ProblemException, InterruptedException {
        return run(() -> new TenantReader(graph, reader(), problems).read(portal));
    }

    @Override
    public SearchResult findApps(String nameOrId) throws ProblemException, InterruptedException {
        return run(() -> new NamedSearch(reader(), problems).find(new SearchText(nameOrId)));
    }

    /** An app that cannot be read must not hold up a search through thousands of others. */
    @Override
    public SearchResult readAgain(List<UnreadApp> unread) throws ProblemException, InterruptedException {
        return run(() -> new NamedSearch(reader(), problems).readAgain(unread));
    }

    @Override
    public SearchResult searchAll(SearchResult earlier, Consumer<SearchProgress> progress)
            throws ProblemException, InterruptedException {
        return run(() -> new FullScan(reader(), problems, earlier, progress).search(), limits.search());
    }

    @Override
    public Connection readConnection(String appId) throws ProblemException, InterruptedException {
        return read(() -> connection(graph.secrets(appId)));
    }

    @Override
    public SyncJob readJob(String appId, String jobId) throws ProblemException, InterruptedException {
        GraphQuery query = GraphQuery.job(appId, jobId);
        return read(() -> JobJson.read(graph.query(query).expectedBody())
                .orElseThrow(() -> new UnexpectedResponseException("A job without an id")));
    }

    @Override
    public CredentialTest test(String appId, String jobId, Credentials credentials)
            throws ProblemException, InterruptedException {
        return read(() -> credentialsApi.test(appId, jobId, SecretsJson.test(credentials)));
    }

    @Override
    public CredentialTest testSaved(String appId, String jobId) throws ProblemException, InterruptedException {
        return read(() -> credentialsApi.test(appId, jobId, SecretsJson.testSaved()));
    }

    @Override
    public SaveResponse save(String appId, TestedCredentials credentials) {
        AccessToken token;
        try {
            token = run(graph::accessToken);
        } catch (ProblemException e) {
            return e.problem().code().group() == ProblemCode.Group.SIGN_IN
                    ? new SaveResponse.Refused(e.problem())
                    : new SaveResponse.NotSent(e.problem());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SaveResponse.NotSent(problems.problem(ProblemCode.STOPPED));
        }
        return save(appId, token, credentials);
    }

    private SaveResponse save(String appId, AccessToken token, TestedCredentials credentials) {
        Future<SaveResponse> result = threads
                .submit(() -> credentialsApi.save(appId, token, credentials.credentials()));
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    return new SaveResponse.NotKnown(problems.of(e), Optional.empty());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void start(String appId, String jobId) throws ProblemException, InterruptedException {
        AccessToken token;
        try {
            token = read(graph::accessToken);
        } catch (ProblemException e) {
            throw ProblemException.beforeSending(e.problem());
        }
        AtomicReference<Optional<Duration>> asked = new AtomicReference<>(Optional.empty());
        try {
            run(() -> {
                try {
                    graph.start(appId, jobId, token);
                } catch (ErrorResponseException e) {
                    asked.set(Optional.of(e.response())
                            .filter(ErrorResponse::isTooManyRequests)
                            .flatMap(ErrorResponse::retryAfter));
                    throw e;
                }
                return true;
            });
        } catch (ProblemException e) {
            throw asked.get().map(pause -> ProblemException.retryAfter(e.problem(), pause)).orElse(e);
        }
    }

    /**
     * Loads the classes that requests need, so that the first ones do not wait for them. Nothing is sent.
     *
     * @throws UncheckedIOException if the SDK cannot parse an organisation
     */
    public void warmUp() {
        try {
            graph.read(JsonParser.parseString(ORGANIZATION_JSON).getAsJsonObject(),
                    OrganizationCollectionResponse::createFromDiscriminatorValue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GraphReader reader() {
        return new RetryingReader(new BatchReader(graph), timer, limits);
    }

    private static Connection connection(String json) throws UnexpectedResponseException {
        try {
            return SecretsJson.read(json);
        } catch (JsonParseException unreadable) {
            throw new UnexpectedResponseException("Secrets that cannot be read");
        }
    }

    /** Runs an operation that only reads, and repeats it while that may help. */
    private <T> T read(RetryPolicy.Attempt<T> attempt) throws ProblemException, InterruptedException {
        return run(() -> {
            try (RetryPolicy policy = new RetryPolicy(timer, limits)) {
                return policy.retryRead(attempt);
            }
        });
    }

    private <T> T run(Callable<T> operation) throws ProblemException, InterruptedException {
        return run(operation, limits.step());
    }

    /** Runs an operation, with its repeats and pauses, within a time limit. */
    private <T> T run(Callable<T> operation, Duration limit) throws ProblemException, InterruptedException {
        Future<T> result = threads.submit(operation);
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new ProblemException(problems.of(e));
        } catch (TimeoutException e) {
            result.cancel(true);
            throw new ProblemException(problems.problem(ProblemCode.NET_TIMED_OUT));
        } catch (InterruptedException e) {
            result.cancel(true);
            throw e;
        }
    }
}
