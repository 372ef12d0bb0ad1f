package app.keyturn.wizard;

import app.keyturn.renewal.AppProblem;
import app.keyturn.renewal.Details;
import app.keyturn.renewal.Problem;
import app.keyturn.renewal.ServiceProblem;
import app.keyturn.renewal.SignInProblem;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts a person can copy when something went wrong. They are made of a fixed list of facts, so the token cannot
 * be among them.
 *
 * @param messages the words
 * @param draft names the app and the organisation
 * @param version the program's version
 */
record ProblemTexts(Messages messages, Draft draft, String version) {

    /** True if a colleague with the right role could do what this account may not. */
    static boolean aColleagueCanHelp(Problem problem) {
        return (problem instanceof ServiceProblem service && service.reason() == ServiceProblem.Reason.ROLE_MISSING)
                || (problem instanceof SignInProblem signIn
                        && signIn.reason() == SignInProblem.Reason.SIGNIN_NEEDS_APPROVAL);
    }

    /** True if it could be finished by hand: where there is no token, there is nothing to finish. */
    static boolean handsCanHelp(Problem problem) {
        return !(problem instanceof AppProblem app && app.reason() == AppProblem.Reason.SYNC_NOT_BY_TOKEN);
    }

    /** The whole problem in one breath, for screen readers: they read what has the focus, and nothing else. */
    String spoken(Problem problem) {
        return String.join(" ", messages.title(problem) + ".", messages.changed(problem),
                messages.changedMeans(problem),
                messages.whatHappened(problem));
    }

    /** For the person who helps: the code, when, Microsoft's ids, and this program's version. */
    String details(Problem problem) {
        Details details = problem.details();
        List<String> lines = new ArrayList<>();
        lines.add("Code: " + problem.code());
        lines.add("Time (UTC): " + details.at().truncatedTo(ChronoUnit.SECONDS));
        details.status().ifPresent(status -> lines.add("HTTP status: " + status));
        details.errorCode().ifPresent(code -> lines.add("Microsoft error code: " + code));
        details.requestId().ifPresent(id -> lines.add("Request id: " + id));
        details.correlationId().ifPresent(id -> lines.add("Correlation id: " + id));
        lines.add("Keyturn " + version);
        return String.join(System.lineSeparator(), lines);
    }

    /** For a colleague: which roles suffice, for which app, in which organisation. */
    String request() {
        Target target = draft.target().get();
        SignedIn who = draft.signedIn().get();
        String app = target == null ? messages.text("frame.request.some-app") : target.app().name();
        String tenant = who == null
                ? messages.text("frame.request.our-tenant")
                : messages.text("frame.request.tenant", who.tenantName(), who.account().tenantId());
        return messages.text("frame.request", app, tenant);
    }
}
