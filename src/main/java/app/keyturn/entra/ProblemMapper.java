package app.keyturn.entra;

import app.keyturn.entra.http.ClockSkew;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.ErrorResponseException;
import app.keyturn.entra.http.NetworkFault;
import app.keyturn.entra.http.NoResponseException;
import app.keyturn.log.HttpListener;
import app.keyturn.log.SecretRedactor;
import app.keyturn.platform.CauseChain;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemCode;
import app.keyturn.renewal.ProblemException;
import com.google.gson.JsonParseException;
import com.microsoft.aad.msal4j.MsalException;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.Response;

/**
 * Maps whatever goes wrong between this program and Microsoft to a problem: the only place that does. Only the type,
 * status, code and ids of a response or an exception are kept.
 */
public final class ProblemMapper {
    /** Codes of a 401 that mean the sign-in has ended. Every other 401 means that the role is missing. */
    private static final Set<String> SIGN_IN_ENDED = Set.of("InvalidAuthenticationToken",
            "Authentication_ExpiredToken", "TokenCreatedWithOutdatedPolicies");

    private static final Set<ProblemCode> POSSIBLY_WRONG_CLOCK = EnumSet.of(ProblemCode.SIGNIN_EXPIRED,
            ProblemCode.SIGNIN_FAILED, ProblemCode.NET_NOT_TRUSTED);

    private final Clock clock;
    private final ClockSkew clockSkew;
    private final SecretRedactor redactor;
    private final HttpListener listener;
    private final OAuthProblems oauthProblems;

    /** Maps problems on a computer whose clock is right. */
    public ProblemMapper(Clock clock) {
        this(clock, new ClockSkew(clock), new SecretRedactor(), HttpListener.NONE);
    }

    /**
     * Creates a mapper.
     *
     * @param clock dates problems
     * @param clockSkew tells whether a wrong clock may be the cause
     * @param redactor keeps secrets out of the details
     * @param listener gets unexpected exceptions
     */
    public ProblemMapper(Clock clock, ClockSkew clockSkew, SecretRedactor redactor, HttpListener listener) {
        this.clock = clock;
        this.clockSkew = clockSkew;
        this.redactor = redactor;
        this.listener = listener;
        this.oauthProblems = new OAuthProblems(clock, redactor);
    }

    /**
     * Maps what goes wrong with this client.
     *
     * @param clock dates problems
     */
    public static ProblemMapper of(EntraHttp http, Clock clock) {
        return new ProblemMapper(clock, http.clockSkew(), http.redactor(), http.listener());
    }

    /** The problem behind any exception. An unknown one is a fault in Keyturn. */
    public Problem of(Throwable thrown) {
        List<Throwable> chain = CauseChain.of(thrown).toList();
        Problem problem = orWrongClock(chain.stream()
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElseGet(() -> unknown(thrown, chain.stream().anyMatch(IOException.class::isInstance))));
        return chain.stream()
                .flatMap(cause -> cause instanceof NoResponseException e ? Stream.of(e.id()) : Stream.empty())
                .findFirst()
                .map(id -> withCorrelationId(problem, id))
                .orElse(problem);
    }

    /** The problem behind an error response. */
    public Problem of(ErrorResponse response) {
        Diagnostics details = response.details(clock.instant()).without(redactor::occursIn);
        if (isSignInEnded(response)) {
            return orWrongClock(new Problem(ProblemCode.SIGNIN_EXPIRED, details));
        }
        return new Problem(code(response), details);
    }

    /** Microsoft's id of a successful request, checked as in the details of a problem. */
    public Optional<String> requestId(Response response) {
        return new Diagnostics(clock.instant(), OptionalInt.of(response.code()), Optional.empty(),
                Optional.ofNullable(response.header("request-id")), Optional.empty()).without(redactor::occursIn)
                .requestId();
    }

    /** True if the sign-in has ended. */
    public boolean isSignInEnded(ErrorResponse response) {
        return response.status() == 401 && response.codes().stream().anyMatch(SIGN_IN_ENDED::contains);
    }

    /** True if this account lacks the permission. */
    boolean isRoleMissing(ErrorResponse response) {
        return !isSignInEnded(response) && code(response) == ProblemCode.ROLE_MISSING;
    }

    /**
     * What the response to a test of credentials says about them; empty if it says nothing about them. Microsoft
     * documents no errors of this call, so the code decides, whatever the status.
     */
    public Optional<CredentialTest.Failed> ofTest(ErrorResponse response) {
        return response.codes()
                .stream()
                .flatMap(code -> testResult(code).stream())
                .findFirst()
                .or(() -> code(response) == ProblemCode.SERVICE_REFUSED
                        ? Optional.of(ProblemCode.TOKEN_TEST_FAILED)
                        : Optional.empty())
                .map(result -> new CredentialTest.Failed(
                        new Problem(result, response.details(clock.instant()).without(redactor::occursIn))));
    }

    /** The problem behind an OAuth error that came through the browser. */
    public Problem ofSignIn(String error, String description) {
        return oauthProblems.of(error, "", description, OptionalInt.empty());
    }

    /** A problem for which there is no response and no exception. */
    public Problem problem(ProblemCode code) {
        return new Problem(code, Diagnostics.at(clock.instant()));
    }

    /** The problem of a wrong clock, whether or not anything has failed because of it; empty if the clock is right. */
    public Optional<Problem> wrongClock() {
        return clockSkew.isTooLarge()
                ? Optional.of(
                        Problem.clockWrong(clockSkew.behind(), ChangeState.NOTHING, Diagnostics.at(clock.instant())))
                : Optional.empty();
    }

    /** A wrong clock is reported only where it may well be the reason. */
    private Problem orWrongClock(Problem problem) {
        return POSSIBLY_WRONG_CLOCK.contains(problem.code()) && clockSkew.isTooLarge()
                ? Problem.clockWrong(clockSkew.behind(), problem.changed(), problem.details())
                : problem;
    }

    private Problem unknown(Throwable thrown, boolean network) {
        listener.unexpected(thrown);
        return problem(network ? ProblemCode.NET_UNREACHABLE : ProblemCode.INTERNAL_FAULT);
    }

    private Problem network(NetworkFault fault) {
        return new Problem(fault.code(), Diagnostics.at(clock.instant()))
                .withIssuer(fault.issuer().filter(name -> !redactor.occursIn(name)));
    }

    /** The same problem with the id of the request that got no response. */
    private static Problem withCorrelationId(Problem problem, String id) {
        if (problem.code().group() != ProblemCode.Group.SERVICE) {
            return problem;
        }
        Diagnostics details = problem.details();
        return problem
                .withDetails(new Diagnostics(details.at(), details.status(), details.errorCode(), details.requestId(),
                        Optional.of(id)));
    }

    private Optional<Problem> known(Throwable thrown) {
        return switch (thrown) {
            case ProblemException e -> Optional.of(e.problem());
            case ErrorResponseException e -> Optional.of(of(e.response()));
            case JsonParseException _ -> Optional.of(problem(ProblemCode.NET_STRANGE_ANSWER));
            case IOException e -> NetworkFault.of(e).map(this::network);
            case MsalException e -> oauthProblems.of(e);
            default -> Optional.empty();
        };
    }

    private static ProblemCode code(ErrorResponse response) {
        int status = response.status();
        if (status == 429) {
            return ProblemCode.SERVICE_BUSY;
        }
        // 511: the network requires its own sign-in (RFC 6585, 6).
        if (status >= 500 && status != 511) {
            return ProblemCode.SERVICE_DOWN;
        }
        if (response.webPage() || status < 400 || status == 511) {
            return ProblemCode.NET_STRANGE_ANSWER;
        }
        return switch (status) {
            case 401, 403 -> ProblemCode.ROLE_MISSING;
            case 404 -> ProblemCode.APP_GONE;
            case 408 -> ProblemCode.NET_TIMED_OUT;
            default -> ProblemCode.SERVICE_REFUSED;
        };
    }

    private static Optional<ProblemCode> testResult(String code) {
        if (code.endsWith("CredentialValidationFailure")) {
            return Optional.of(ProblemCode.TOKEN_REJECTED);
        }
        return code.endsWith("CredentialValidationUnavailable") || code.endsWith("ServiceIncompatible")
                ? Optional.of(ProblemCode.TOKEN_NOT_CHECKED)
                : Optional.empty();
    }
}
