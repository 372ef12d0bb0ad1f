package app.keyturn.wizard;

import app.keyturn.i18n.Messages;
import app.keyturn.renewal.Diagnostics;
import app.keyturn.renewal.Problem;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said, and what can be copied, when something went wrong. All of it is made of a fixed list of facts, so the
 * token cannot be among them.
 *
 * @param messages the words
 * @param renewalState names the organisation
 * @param version the program's version
 */
public record ProblemText(Messages messages, RenewalState renewalState, String version) {

    /** The whole problem in one breath, for screen readers: they read what has the focus, and nothing else. */
    public String screenReaderText(Problem problem) {
        return String.join(" ", messages.title(problem) + ".", messages.changed(problem),
                messages.changedMeans(problem), label("what") + ":", whatHappened(problem), label("do") + ":",
                messages.whatToDo(problem), label("who") + ":", messages.whoCanHelp(problem));
    }

    /** What happened, with the organisation it happened in where the text names it. */
    public String whatHappened(Problem problem) {
        SignedIn who = renewalState.signedIn().get();
        return messages.whatHappened(problem, who == null ? messages.text("problem.organisation") : who.tenantName());
    }

    /** For the person who helps: the code, when, Microsoft's ids, and this program's version. */
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
