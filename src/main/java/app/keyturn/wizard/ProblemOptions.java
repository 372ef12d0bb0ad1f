package app.keyturn.wizard;

import app.keyturn.renewal.AppProblem;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.SaveProblem;
import app.keyturn.renewal.ServiceProblem;
import app.keyturn.renewal.SignInProblem;
import app.keyturn.renewal.SyncProblem;
import app.keyturn.renewal.TokenProblem;
import java.util.Optional;

/**
 * What is offered beside a problem's one action. This is the only place that decides it, and it does so for every
 * problem. By hand, where in doubt: Apple shows a token once, so nobody may be left with one and no way on.
 *
 * @param byHand whether it can be finished by hand in Microsoft's portal
 * @param request what a colleague can be asked for; empty if none could help more than this person
 * @param noToken whether to tell of links that need no token
 */
public record ProblemOptions(boolean byHand, Optional<ColleagueRequest.Reason> request, boolean noToken) {
    private static final ProblemOptions NONE = new ProblemOptions(false, Optional.empty(), false);
    private static final ProblemOptions BY_HAND = new ProblemOptions(true, Optional.empty(), false);
    private static final ProblemOptions NO_TOKEN = new ProblemOptions(false, Optional.empty(), true);

    public static ProblemOptions of(Problem problem) {
        return switch (problem) {
            case SignInProblem signIn -> ofSignIn(signIn.reason());
            case ServiceProblem service -> ofService(service.reason());
            case AppProblem app -> ofApp(app.reason());
            case TokenProblem _,SaveProblem _,SyncProblem _ -> BY_HAND;
        };
    }

    private static ProblemOptions ofSignIn(SignInProblem.Reason reason) {
        return switch (reason) {
            case SIGNIN_CANCELLED -> NONE; // nothing failed
            case SIGNIN_NEEDS_APPROVAL -> orAsk(ColleagueRequest.Reason.APPROVAL);
            case SIGNIN_BLOCKED, SIGNIN_NOT_ASSIGNED -> orAsk(ColleagueRequest.Reason.RULE);
            case SIGNIN_APP_MISSING, SIGNIN_NOT_PUBLIC, SIGNIN_NO_REDIRECT, SIGNIN_APP_REFUSED ->
                orAsk(ColleagueRequest.Reason.SIGN_IN_APP);
            case SIGNIN_DECLINED, SIGNIN_WRONG_ACCOUNT, SIGNIN_PERSONAL_ACCOUNT, SIGNIN_ACCOUNT, SIGNIN_EXTRA_PROOF,
                    SIGNIN_NO_SUCH_TENANT, SIGNIN_SINGLE_TENANT, SIGNIN_TIMED_OUT, SIGNIN_NO_PORT, SIGNIN_FAILED,
                    SIGNIN_EXPIRED ->
                BY_HAND;
        };
    }

    private static ProblemOptions ofService(ServiceProblem.Reason reason) {
        return switch (reason) {
            case ROLE_MISSING -> orAsk(ColleagueRequest.Reason.ROLE);
            case NET_NO_NAME, NET_REFUSED, NET_UNREACHABLE, NET_INSPECTED, NET_NOT_TRUSTED, CLOCK_WRONG,
                    NET_PROXY_PASSWORD, NET_PROXY_UNSUPPORTED, NET_TIMED_OUT, NET_STRANGE_ANSWER, SERVICE_BUSY,
                    SERVICE_DOWN, APP_GONE, TOKEN_TOO_LONG_FOR_CLOUD, SERVICE_REFUSED, STOPPED, INTERNAL_FAULT ->
                BY_HAND;
        };
    }

    private static ProblemOptions ofApp(AppProblem.Reason reason) {
        return switch (reason) {
            case SYNC_NOT_BY_TOKEN -> NO_TOKEN; // there is nothing to finish
            case APP_NOT_FOUND, SYNC_NOT_SET_UP -> BY_HAND;
        };
    }

    private static ProblemOptions orAsk(ColleagueRequest.Reason reason) {
        return new ProblemOptions(true, Optional.of(reason), false);
    }
}
