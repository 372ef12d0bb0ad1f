package app.keyturn.entra;

import app.keyturn.entra.http.ClockSkew;
import app.keyturn.entra.http.ErrorResponse;
import app.keyturn.entra.http.ErrorResponseException;
import app.keyturn.entra.http.NetworkFault;
import app.keyturn.entra.http.NoResponseException;
import app.keyturn.log.HttpListener;
import app.keyturn.platform.CauseChain;
import app.keyturn.renewal.AppProblem;
import app.keyturn.renewal.ChangeState;
import app.keyturn.renewal.CredentialTest;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ProblemException;
import app.keyturn.renewal.SaveProblem;
import app.keyturn.renewal.SecretRedactor;
import app.keyturn.renewal.ServiceProblem;
import app.keyturn.renewal.ServiceProblem.Reason;
import app.keyturn.renewal.SignInProblem;
import app.keyturn.renewal.SyncProblem;
import app.keyturn.renewal.TokenProblem;
import com.google.gson.JsonParseException;
import com.microsoft.aad.msal4j.MsalException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.Response;

/**
 * Makes a problem of whatever went wrong between this program and Microsoft: the only place that does. Of an answer or
 * an exception only its kind, its status, its code and its ids get through.
 */
public final class ProblemMapper {
    /** Codes of a 401 that mean the sign-in has ended. Every other 401 means that the role is missing. */
    private static final Set<String> SIGN_IN_ENDED = Set.of("InvalidAuthenticationToken",
            "Authentication_ExpiredToken", "TokenCreatedWithOutdatedPolicies");

    private final Clock clock;
    private final ClockSkew time;
    private final SecretRedactor redactor;
    private final HttpListener listener;
    private final OAuthProblems signIns;

    /** Problems of a computer whose clock is right. */
    public ProblemMapper(Clock clock) {
        this(clock, new ClockSkew(clock), new SecretRedactor(), HttpListener.NONE);
    }

    /**
     * Makes it.
     *
     * @param clock dates problems
     * @param time knows whether a wrong clock may be behind one
     * @param redactor are kept out of the details, whoever wrote them there
     * @param listener is told of exceptions that nobody foresaw
     */
    public ProblemMapper(Clock clock, ClockSkew time, SecretRedactor redactor, HttpListener listener) {
        this.clock = clock;
        this.time = time;
        this.redactor = redactor;
        this.listener = listener;
        this.signIns = new OAuthProblems(clock, redactor);
    }

    /** The problem behind an exception. Total: what is not known is a fault in Keyturn. */
    public Problem of(Throwable thrown) {
        List<Throwable> chain = CauseChain.of(thrown).toList();
        Problem problem = byTheClock(chain.stream()
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElseGet(() -> unknown(thrown, chain.stream().anyMatch(IOException.class::isInstance))));
        return chain.stream()
                .flatMap(cause -> cause instanceof NoResponseException lost ? Stream.of(lost.id()) : Stream.empty())
                .findFirst()
                .map(id -> about(problem, id))
                .orElse(problem);
    }

    /** The problem behind an answer. */
    public Problem of(ErrorResponse refusal) {
        Diagnostics details = refusal.details(clock.instant()).without(redactor);
        if (isSignInEnded(refusal)) {
            return byTheClock(new SignInProblem(SignInProblem.Reason.SIGNIN_EXPIRED, ChangeState.NOTHING, details));
        }
        return new ServiceProblem(reason(refusal), ChangeState.NOTHING, details);
    }

    /** Microsoft's id of a request that went well, fit to be kept, as in the details of a problem. */
    public Optional<String> requestId(Response response) {
        return new Diagnostics(clock.instant(), OptionalInt.of(response.code()), Optional.empty(),
                Optional.ofNullable(response.header("request-id")), Optional.empty()).without(redactor).requestId();
    }

    /** True if the sign-in has ended. */
    public boolean isSignInEnded(ErrorResponse refusal) {
        return refusal.status() == 401 && refusal.codes().stream().anyMatch(SIGN_IN_ENDED::contains);
    }

    /** True if this account may not do it. */
    boolean isRoleMissing(ErrorResponse refusal) {
        return !isSignInEnded(refusal) && reason(refusal) == Reason.ROLE_MISSING;
    }

    /**
     * What an answer to a test of credentials says about them; empty if it says nothing about them. Microsoft documents
     * no error of this call, so the code decides, whatever the status.
     */
    public Optional<CredentialTest.Failed> ofTest(ErrorResponse refusal) {
        return refusal.codes()
                .stream()
                .flatMap(code -> testCode(code).stream())
                .findFirst()
                .or(() -> reason(refusal) == Reason.SERVICE_REFUSED
                        ? Optional.of(TokenProblem.Reason.TOKEN_TEST_FAILED)
                        : Optional.empty())
                .map(reason -> new CredentialTest.Failed(
                        new TokenProblem(reason, refusal.details(clock.instant()).without(redactor))));
    }

    /** The problem behind an OAuth error that came through the browser. */
    public Problem ofSignIn(String error, String description) {
        return signIns.of(error, "", description, OptionalInt.empty());
    }

    /** A problem of the sign-in without an answer. */
    public SignInProblem signIn(SignInProblem.Reason reason) {
        return new SignInProblem(reason, ChangeState.NOTHING, Diagnostics.at(clock.instant()));
    }

    public ServiceProblem service(Reason reason) {
        return new ServiceProblem(reason, ChangeState.NOTHING, Diagnostics.at(clock.instant()));
    }

    /** The problem of a clock that is wrong, whether or not anything has failed for it; empty if it is right. */
    public Optional<Problem> ofTheClock() {
        return time.isFarAway()
                ? Optional.of(
                        ServiceProblem.clockWrong(time.behind(), ChangeState.NOTHING, Diagnostics.at(clock.instant())))
                : Optional.empty();
    }

    /** A wrong clock is named where it may well be the reason, and nowhere else. */
    private Problem byTheClock(Problem problem) {
        boolean mayBe = switch (problem) {
            case SignInProblem signIn -> signIn.reason() == SignInProblem.Reason.SIGNIN_EXPIRED
                    || signIn.reason() == SignInProblem.Reason.SIGNIN_FAILED;
            case ServiceProblem service -> service.reason() == Reason.NET_NOT_TRUSTED;
            case AppProblem _,TokenProblem _,SaveProblem _,SyncProblem _ -> false;
        };
        return mayBe && time.isFarAway()
                ? ServiceProblem.clockWrong(time.behind(), problem.changed(), problem.details())
                : problem;
    }

    private ServiceProblem unknown(Throwable thrown, boolean network) {
        listener.unexpected(thrown);
        return service(network ? Reason.NET_UNREACHABLE : Reason.INTERNAL_FAULT);
    }

    private ServiceProblem network(NetworkFault fault) {
        return new ServiceProblem(fault.reason(), fault.issuer().filter(name -> !redactor.occurIn(name)),
                ChangeState.NOTHING, Diagnostics.at(clock.instant()));
    }

    /** The same problem with the id that the request had which was not answered. */
    private static Problem about(Problem problem, String id) {
        if (!(problem instanceof ServiceProblem lost)) {
            return problem;
        }
        Diagnostics details = lost.details();
        return lost.with(new Diagnostics(details.at(), details.status(), details.errorCode(), details.requestId(),
                Optional.of(id)));
    }

    private Optional<Problem> known(Throwable thrown) {
        return switch (thrown) {
            case ProblemException e -> Optional.of(e.problem());
            case ErrorResponseException e -> Optional.of(of(e.refusal()));
            case JsonParseException _ -> Optional.of(service(Reason.NET_STRANGE_ANSWER));
            case IOException e -> NetworkFault.of(e).map(this::network);
            case MsalException e -> signIns.of(e);
            default -> Optional.empty();
        };
    }

    private static Reason reason(ErrorResponse refusal) {
        int status = refusal.status();
        if (status == 429) {
            return Reason.SERVICE_BUSY;
        }
        // 511: the network asks for a sign-in of its own (RFC 6585, 6).
        if (status >= 500 && status != 511) {
            return Reason.SERVICE_DOWN;
        }
        if (refusal.webPage() || status < 400 || status == 511) {
            return Reason.NET_STRANGE_ANSWER;
        }
        return switch (status) {
            case 401, 403 -> Reason.ROLE_MISSING;
            case 404 -> Reason.APP_GONE;
            case 408 -> Reason.NET_TIMED_OUT;
            default -> Reason.SERVICE_REFUSED;
        };
    }

    private static Optional<TokenProblem.Reason> testCode(String code) {
        if (code.endsWith("CredentialValidationFailure")) {
            return Optional.of(TokenProblem.Reason.TOKEN_REJECTED);
        }
        return code.endsWith("CredentialValidationUnavailable") || code.endsWith("ServiceIncompatible")
                ? Optional.of(TokenProblem.Reason.TOKEN_NOT_CHECKED)
                : Optional.empty();
    }
}
