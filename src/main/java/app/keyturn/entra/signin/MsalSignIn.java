package app.keyturn.entra.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.keyturn.entra.ClientRegistration;
import app.keyturn.entra.Cloud;
import app.keyturn.entra.ProblemMapper;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.entra.http.ErrorResponseException;
import app.keyturn.entra.http.ProxyCredentials;
import app.keyturn.entra.http.RetryPolicy;
import app.keyturn.log.SecretRedactor;
import app.keyturn.renewal.Account;
import app.keyturn.renewal.Limits;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.SignIn;
import app.keyturn.renewal.Timer;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Signs in with MSAL4J's authorization code flow and PKCE, in the person's own browser. Tokens live in memory, in an
 * MSAL4J application of their own for each sign-in: signing out lets go of it, and nothing is on disk.
 */
public final class MsalSignIn implements SignIn {
    private static final String ANY_ORGANISATION = "organizations";
    /** A domain name or an id: nothing that could change the rest of an address. */
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}");

    private final Supplier<ClientRegistration> registration;
    private final MsalHttp http;
    private final ProxyCredentials proxy;
    private final SecretRedactor redactor;
    private final Limits limits;
    private final Timer timer;
    private final ProblemMapper problems;
    private final Supplier<CallbackPages> pages;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable Session> session = new AtomicReference<>();

    /**
     * Makes a sign-in.
     *
     * @param registration the app to sign in to, asked once at every sign-in: whoever is signed in stays with it, and
     *            in its cloud, until the next one
     * @param http the client to send with
     * @param timer lets the pauses pass that Microsoft asks for
     * @param clock dates problems
     * @param pages what the browser shows afterwards, in the language of the moment
     */
    public MsalSignIn(Supplier<ClientRegistration> registration, EntraHttp http, Timer timer, Clock clock,
            Supplier<CallbackPages> pages) {
        this.registration = registration;
        this.http = new MsalHttp(http.callFactory());
        this.proxy = http.proxyCredentials();
        this.redactor = http.redactor();
        this.limits = http.limits();
        this.timer = timer;
        this.problems = ProblemMapper.of(http, clock);
        this.pages = pages;
    }

    /** Who is signed in, through which app. */
    private record Session(MsalApp app, IAccount account) {}

    @Override
    public Account signIn(Optional<String> tenant, Consumer<URI> showPage)
            throws ProblemException, InterruptedException {
        session.set(null);
        MsalApp app = MsalApp.of(registration.get(), checked(tenant), http, threads);
        Pkce pkce = Pkce.create();
        String state = Pkce.randomText();
        try (RedirectListener listener = listener(state)) {
            showPage.accept(app.page(listener.redirect(), pkce, state));
            RedirectParameters answer = listener.await(limits.signIn())
                    .orElseThrow(() -> problem(ProblemCode.SIGNIN_TIMED_OUT));
            return switch (answer) {
                case RedirectParameters.Code code -> redeem(app, code, listener.redirect(), pkce);
                case RedirectParameters.Refused refused ->
                    throw new ProblemException(problems.ofSignIn(refused.error(), refused.description()));
            };
        }
    }

    /** Loads what a sign-in needs, so that the first one does not wait for it. Nothing is sent, and nothing is kept. */
    public void warmUp() {
        MsalApp.of(registration.get(), ANY_ORGANISATION, http, threads)
                .page("http://localhost:1", Pkce.create(), Pkce.randomText());
    }

    @Override
    public void signOut() {
        session.set(null);
        redactor.forget(SecretRedactor.Kind.ACCESS_TOKEN);
        proxy.forget();
    }

    /** The app that somebody is signed in to; while nobody is, the one that the next sign-in goes to. */
    public ClientRegistration app() {
        Session now = session.get();
        return now == null ? registration.get() : now.app().registration();
    }

    /** The cloud of that app. */
    public Cloud cloud() {
        return app().cloud();
    }

    /** The tokens of whoever is signed in at the time. */
    public AccessTokens tokens() {
        return this::current;
    }

    private AccessToken current() throws ProblemException, InterruptedException {
        Session now = session.get();
        if (now == null) {
            throw problem(ProblemCode.SIGNIN_EXPIRED);
        }
        try {
            String token = answer(() -> awaited(now.app().refreshSilently(now.account()))).accessToken();
            redactor.remember(SecretRedactor.Kind.ACCESS_TOKEN, token);
            return new AccessToken(token, now.app().registration().cloud());
        } catch (ProblemException e) {
            // Whatever Microsoft's reason is, the way on is the same: sign in again.
            throw e.problem().code().group() == ProblemCode.Group.SIGN_IN
                    ? new ProblemException(
                            new Problem(ProblemCode.SIGNIN_EXPIRED, e.problem().changed(), e.problem().details()))
                    : e;
        }
    }

    /** A code counts once; what Microsoft was too busy for has not counted. */
    private Account redeem(MsalApp app, RedirectParameters.Code code, String redirect, Pkce pkce)
            throws ProblemException, InterruptedException {
        RetryPolicy retryPolicy = new RetryPolicy(timer, limits);
        IAuthenticationResult result = answer(
                () -> retryPolicy.retryWhileThrottled(() -> awaited(app.redeem(code, redirect, pkce))));
        Account account = account(result)
                .orElseThrow(() -> new ProblemException(problems.problem(ProblemCode.NET_STRANGE_ANSWER)));
        session.set(new Session(app, result.account()));
        return account;
    }

    private <T> T answer(RetryPolicy.Attempt<T> attempt) throws ProblemException, InterruptedException {
        try {
            return attempt.send();
        } catch (IOException e) {
            throw new ProblemException(problems.of(e));
        }
    }

    /**
     * Waits for MSAL4J.
     *
     * @throws RefusedException if it was turned away with an HTTP answer
     */
    private <T> T awaited(CompletableFuture<T> future) throws IOException, ProblemException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Optional<ErrorResponseException> refused = ErrorResponseException.in(e);
            if (refused.isPresent()) {
                throw refused.get();
            }
            throw new ProblemException(problems.of(e));
        } catch (InterruptedException e) {
            future.cancel(true);
            throw e;
        }
    }

    /**
     * The organisation stands in the id token alone: MSAL4J 1.26 has {@code tenantProfile()} for it, which is always
     * null, since it is made before the id token is known.
     */
    private static Optional<Account> account(IAuthenticationResult result) {
        if (result.account() == null || result.account().username() == null || result.idToken() == null) {
            return Optional.empty();
        }
        String[] parts = result.idToken().split("\\.", -1);
        try {
            String claims = new String(Base64.getUrlDecoder().decode(parts.length > 1 ? parts[1] : ""), UTF_8);
            return Optional.ofNullable(JsonParser.parseString(claims).getAsJsonObject().get("tid"))
                    .filter(JsonElement::isJsonPrimitive)
                    .map(tenantId -> new Account(result.account().username(), tenantId.getAsString()));
        } catch (IllegalArgumentException | IllegalStateException | JsonParseException notAnIdToken) {
            return Optional.empty();
        }
    }

    private String checked(Optional<String> tenant) throws ProblemException {
        String named = tenant.map(String::strip).filter(text -> !text.isEmpty()).orElse(ANY_ORGANISATION);
        if (!TENANT.matcher(named).matches()) {
            throw problem(ProblemCode.SIGNIN_NO_SUCH_TENANT);
        }
        return named;
    }

    private RedirectListener listener(String state) throws ProblemException {
        try {
            return RedirectListener.open(state, pages.get());
        } catch (IOException noPort) {
            throw problem(ProblemCode.SIGNIN_NO_PORT);
        }
    }

    private ProblemException problem(ProblemCode reason) {
        return new ProblemException(problems.problem(reason));
    }
}
