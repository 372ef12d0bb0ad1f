package app.keyturn.wizard;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts about a problem, to show and to copy. They consist of a fixed list of facts, so the token cannot be among
 * them.
 *
 * @param renewalState has the organisation's name
 * @param version the program's version
 */
public record ProblemText(Messages messages, RenewalState renewalState, String version) {

    /** The whole problem as one text, since screen readers read only what has the focus. */
    public String screenReaderText(Problem problem) {
        return String.join(" ", messages.title(problem) + ".", messages.changed(problem),
                messages.changedMeans(problem), label("what") + ":", whatHappened(problem), label("do") + ":",
                messages.whatToDo(problem), label("who") + ":", messages.whoCanHelp(problem));
    }

    /** What happened, with the name of the organisation if the text contains it. */
    public String whatHappened(Problem problem) {
        SignedIn who = renewalState.signedIn().get();
        return messages.whatHappened(problem, who == null ? messages.text("problem.organisation") : who.tenantName());
    }

    /** The details for support: the code, the time, Microsoft's ids, and this program's version. */
    public String details(Problem problem) {
        Diagnostics details = problem.details();
        List<String> lines = new ArrayList<>();
        lines.add("Code: " + problem.code().id());
        lines.add("Time (UTC): " + details.at().truncatedTo(ChronoUnit.SECONDS));
        details.status().ifPresent(status -> lines.add("HTTP status: " + status));
        details.errorCode().ifPresent(code -> lines.add("Microsoft error code: " + code));
        details.requestId().ifPresent(id -> lines.add("Request id: " + id));
        details.correlationId().ifPresent(id -> lines.add("Correlation id: " + id));
        problem.issuer().ifPresent(issuer -> lines.add("Certificate issuer: " + issuer));
        lines.add("Keyturn " + version);
        return String.join(System.lineSeparator(), lines);
    }

    private String label(String part) {
        return messages.text("problem.label." + part);
    }
}
