package app.keyturn.entra;

import app.keyturn.entra.http.ClockSkew;
import app.keyturn.entra.http.EntraHttp;
import app.keyturn.entra.http.ErrorMessage;
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
    private static final String SCIM = "SystemForCrossDomainIdentityManagement";
    /** Whole codes of a test that failed; {@link #testResult} says what they mean. */
    private static final Set<String> REFUSED = Set.of(SCIM + "CredentialValidationFailure",
            "CredentialValidationFailure");
    private static final Set<String> REFUSED_OR_UNREACHABLE = Set.of(SCIM + "CredentialValidationUnavailable",
            "CredentialValidationUnavailable");
    private static final Set<String> INCOMPATIBLE = Set.of(SCIM + "ServiceIncompatible", "ServiceIncompatible");

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
        if (response.isSignInEnded()) {
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
        return response.isSignInEnded();
    }

    /** True if this account lacks the permission. */
    boolean isRoleMissing(ErrorResponse response) {
        return response.isDenied();
    }

    /**
     * What the response to a test of credentials says about them; empty if it says nothing about them. Microsoft
     * documents no errors of this call, so the code decides, whatever the status; and with the code, the status that
     * Microsoft got from Apple.
     */
    public Optional<CredentialTest.Failed> ofTest(ErrorResponse response) {
        return response.codes()
                .stream()
                .flatMap(code -> testResult(code, response.message()).stream())
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

    /** Statuses as in Microsoft Learn, "Microsoft Graph error responses and resource types". */
    private static ProblemCode code(ErrorResponse response) {
        if (response.isSettingUnknown()) {
            return ProblemCode.SETTING_NOT_UNDERSTOOD;
        }
        if (response.isStrange()) {
            return ProblemCode.NET_STRANGE_ANSWER;
        }
        return switch (response.status()) {
            case 401, 403 -> ProblemCode.ROLE_MISSING;
            case 404, 410 -> ProblemCode.APP_GONE;
            case 408 -> ProblemCode.NET_TIMED_OUT;
            // 423: another change holds the resource; 425: too early for a replay.
            case 423, 425, 429, 509 -> ProblemCode.SERVICE_BUSY;
            default -> response.status() >= 500 ? ProblemCode.SERVICE_DOWN : ProblemCode.SERVICE_REFUSED;
        };
    }

    /**
     * The result that a code stands for. Only a 401 or 403 of Apple's means that it refused the token; a failure without
     * any message is documented as that. Sources: github.com/bitwarden/server/issues/7309; Microsoft Learn, "Known issues
     * and resolutions with SCIM 2.0 protocol compliance of the Microsoft Entra provisioning service".
     */
    private static Optional<ProblemCode> testResult(String code, ErrorMessage message) {
        boolean failed = REFUSED.contains(code);
        if (!failed && !REFUSED_OR_UNREACHABLE.contains(code)) {
            return INCOMPATIBLE.contains(code) ? Optional.of(ProblemCode.TOKEN_NOT_CHECKED) : Optional.empty();
        }
        if (message.appStatus().isEmpty()) {
            ProblemCode bare = message.present() ? ProblemCode.TOKEN_TEST_FAILED : ProblemCode.TOKEN_REJECTED;
            return Optional.of(failed ? bare : ProblemCode.TOKEN_NOT_CHECKED);
        }
        return Optional.of(switch (message.appStatus().getAsInt()) {
            case 401, 403 -> ProblemCode.TOKEN_REJECTED;
            case 408, 429, 500, 501, 502, 503, 504 -> ProblemCode.TOKEN_NOT_CHECKED;
            default -> failed ? ProblemCode.TOKEN_TEST_FAILED : ProblemCode.TOKEN_NOT_CHECKED;
        });
    }
}
