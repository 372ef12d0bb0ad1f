package app.keyturn.entra.signin;

import app.keyturn.entra.ClientRegistration;
import app.keyturn.entra.Cloud;
import app.keyturn.entra.ProblemMapper;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.entra.http.ErrorResponseException;
import app.keyturn.entra.http.ProxyCredentials;
import app.keyturn.entra.http.RetryPolicy;
import app.keyturn.log.SecretRedactor;
import app.keyturn.platform.CauseChain;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.SignIn;
import app.keyturn.renewal.Timer;
import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Signs in with MSAL4J's authorization code flow and PKCE, in the user's own browser. Tokens are kept in memory, in a
 * separate MSAL4J application for each sign-in: signing out drops it, and nothing is on disk.
 */
public final class MsalSignIn implements SignIn {
    private static final String ANY_ORGANISATION = "organizations";
    /** A domain name or an id, without characters that could change the rest of a URL. */
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}");

    private final Supplier<ClientRegistration> registration;
    private final MsalHttp http;
    private final ProxyCredentials proxyCredentials;
    private final SecretRedactor redactor;
    private final Limits limits;
    private final Timer timer;
    private final ProblemMapper problems;
    private final Supplier<CallbackPages> pages;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable Session> session = new AtomicReference<>();
    /** Counts sign-ins begun and sessions ended; guarded by this object. */
    private int attempts;

    /**
     * Creates a sign-in.
     *
     * @param registration the app to sign in to, read once for each sign-in: an account stays with that app and cloud
     *     until the next sign-in
     * @param clock dates problems
     * @param pages what the browser shows afterwards, in the current language
     */
    public MsalSignIn(Supplier<ClientRegistration> registration, EntraHttp http, Timer timer, Clock clock,
            Supplier<CallbackPages> pages) {
        this.registration = registration;
        this.http = new MsalHttp(http.callFactory());
        this.proxyCredentials = http.proxyCredentials();
        this.redactor = http.redactor();
        this.limits = http.limits();
        this.timer = timer;
        this.problems = ProblemMapper.of(http, clock);
        this.pages = pages;
    }

    /** The signed-in account and its app. */
    private record Session(MsalApp app, IAccount account) {}

    @Override
    public Account signIn(Optional<String> tenant, BrowserListener browser)
            throws ProblemException, InterruptedException {
        int attempt = endSession();
        MsalApp app = MsalApp.of(registration.get(), validated(tenant), http, threads);
        Pkce pkce = Pkce.create();
        String state = Pkce.randomText();
        try (RedirectListener listener = openListener(state, browser::httpsTried)) {
            browser.pageReady(app.signInPage(listener.redirect(), pkce, state));
            RedirectParameters parameters = listener.await(limits.signIn())
                    .orElseThrow(() -> problem(ProblemCode.SIGNIN_TIMED_OUT));
            return switch (parameters) {
                case RedirectParameters.Code code -> redeem(attempt, app, code, listener.redirect(), pkce);
                case RedirectParameters.Refused refused ->
                    throw new ProblemException(problems.ofSignIn(refused.error(), refused.description()));
            };
        }
    }

    /**
     * Loads the classes that a sign-in needs, so that the first one does not wait for them. Nothing is sent or kept.
     */
    public void warmUp() {
        MsalApp.of(registration.get(), ANY_ORGANISATION, http, threads)
                .signInPage("http://localhost:1", Pkce.create(), Pkce.randomText());
    }

    @Override
    public void signOut() {
        endSession();
        redactor.forget(SecretRedactor.Kind.ACCESS_TOKEN);
        proxyCredentials.clear();
    }

    /** Forgets the account. Returns the number of the attempt that may bring another. */
    private synchronized int endSession() {
        session.set(null);
        attempts++;
        return attempts;
    }

    /** The app of the signed-in account; while no account is signed in, that of the next sign-in. */
    public ClientRegistration app() {
        Session current = session.get();
        return current == null ? registration.get() : current.app().registration();
    }

    /** The cloud of that app. */
    public Cloud cloud() {
        return app().cloud();
    }

    /** The tokens of the account that is signed in at the time. */
    public AccessTokens tokens() {
        return this::currentToken;
    }

    private AccessToken currentToken() throws ProblemException, InterruptedException {
        Session current = session.get();
        if (current == null) {
            throw problem(ProblemCode.SIGNIN_EXPIRED);
        }
        try {
            String token = send(() -> await(current.app().refreshSilently(current.account()))).accessToken();
            redactor.remember(SecretRedactor.Kind.ACCESS_TOKEN, token);
            return new AccessToken(token, current.app().registration().cloud());
        } catch (ProblemException e) {
            // Whatever Microsoft's reason, the user has to sign in again.
            throw e.problem().code().group() == ProblemCode.Group.SIGN_IN
                    ? new ProblemException(
                            new Problem(ProblemCode.SIGNIN_EXPIRED, e.problem().changed(), e.problem().details()))
                    : e;
        }
    }

    /** A code can be redeemed once; an attempt that was throttled or not sent does not use it up. */
    private Account redeem(int attempt, MsalApp app, RedirectParameters.Code code, String redirect, Pkce pkce)
            throws ProblemException, InterruptedException {
        IAuthenticationResult result = send(() -> {
            try (RetryPolicy retryPolicy = new RetryPolicy(timer, limits)) {
                return retryPolicy.retryIfNothingWasDone(() -> await(app.redeem(code, redirect, pkce)));
            }
        });
        Account account = IdToken.account(result)
                .orElseThrow(() -> new ProblemException(problems.problem(ProblemCode.NET_STRANGE_ANSWER)));
        begin(attempt, new Session(app, result.account()));
        return account;
    }

    /** A sign-in that is no longer wanted must not bring back what signing out has dropped. */
    private synchronized void begin(int attempt, Session signedIn) throws ProblemException {
        if (attempt != attempts) {
            throw problem(ProblemCode.SIGNIN_CANCELLED);
        }
        session.set(signedIn);
    }

    private <T> T send(RetryPolicy.Attempt<T> attempt) throws ProblemException, InterruptedException {
        try {
            return attempt.send();
        } catch (IOException e) {
            // The cause says whether the same may succeed later, and when.
            throw new ProblemException(problems.of(e), e);
        }
    }

    /**
     * Waits for MSAL4J.
     *
     * @throws IOException the {@link ErrorResponseException} of a response, or why there is none
     */
    private <T> T await(CompletableFuture<T> future) throws IOException, ProblemException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Optional<ErrorResponseException> error = ErrorResponseException.in(e);
            if (error.isPresent()) {
                throw error.get();
            }
            Optional<IOException> noResponse = CauseChain.of(e)
                    .flatMap(cause -> cause instanceof IOException thrown ? Stream.of(thrown) : Stream.empty())
                    .findFirst();
            if (noResponse.isPresent()) {
                throw noResponse.get();
            }
            throw new ProblemException(problems.of(e));
        } catch (InterruptedException e) {
            future.cancel(true);
            throw e;
        }
    }

    private String validated(Optional<String> tenant) throws ProblemException {
        String organisation = tenant.map(String::strip).filter(text -> !text.isEmpty()).orElse(ANY_ORGANISATION);
        if (!TENANT.matcher(organisation).matches()) {
            throw problem(ProblemCode.SIGNIN_NO_SUCH_TENANT);
        }
        return organisation;
    }

    private RedirectListener openListener(String state, Runnable httpsTried) throws ProblemException {
        try {
            return RedirectListener.open(state, pages.get(), httpsTried);
        } catch (IOException noPort) {
            throw problem(ProblemCode.SIGNIN_NO_PORT);
        }
    }

    private ProblemException problem(ProblemCode code) {
        return new ProblemException(problems.problem(code));
    }
}
